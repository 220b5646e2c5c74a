"""The tracing figures: protocol, shapes, and that baselines are what they say."""

import gzip
import json
from hashlib import md5
from random import Random
from xml.etree import ElementTree

import pytest

from tutor.errors import BadInput
from tutor.evals.tracing import evaluate_tracing, run
from tutor.evals.tracing.bkt import fit_bkt
from tutor.evals.tracing.invent import FAMILIES, write_invented
from tutor.evals.tracing.measures import auc, ece, log_loss, rmse
from tutor.evals.tracing.responses import fold_of, read_responses, split


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    dice = Random(3)
    lines = ["student,item,skills,t,correct"]
    for student in range(40):
        able, t = dice.gauss(0, 1), 1_000_000.0
        for number in range(30):
            item = dice.randrange(20)
            t += 60 if number % 10 else 9 * 86_400
            p = 1 / (1 + 2.7 ** -(able + (item % 5) - 1.5))
            lines.append(f"s{student},i{item},k{item % 4};all,{t},{int(dice.random() < p)}")
    path = tmp_path_factory.mktemp("school") / "log.csv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_folds_are_by_md5_of_name_and_student(log):
    expected = int(md5(b"school:s7").hexdigest(), 16) % 5
    assert fold_of("school", "s7", 5) == expected
    rows = read_responses(log)
    tested = [row for _, test in split(rows, "school", 5) for row in test]
    assert sorted(map(id, tested)) == sorted(map(id, rows))
    for learn, test in split(rows, "school", 5):
        assert not {r.student for r in learn} & {r.student for r in test}


@pytest.mark.parametrize("live", [False, True])
def test_every_model_has_every_figure(log, live):
    result = json.loads(json.dumps(evaluate_tracing(log, live=live)))
    assert result["name"] == log.parent.name
    assert result["protocol"] == ("live" if live else "folds")
    assert {"ours", "bkt", "bkt-forgets", "pfa", "elo", "best-lr"} == set(result["models"])
    for figures in result["models"].values():
        assert figures["rows"] == 1200
        assert 0.45 < figures["auc"] < 1.0
        assert {"log_loss", "rmse", "ece", "fit_s", "predict_us", "update_us"} <= set(figures)
        assert figures["after_gap_7d_rows"] > 0
    assert result["models"]["ours"]["auc"] > result["models"]["bkt"]["auc"]


def test_a_prediction_never_sees_its_own_outcome(log, tmp_path):
    flipped = tmp_path / "log.csv"
    lines = gzip.decompress(log.read_bytes()).decode().splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("s39,"))
    turned = [
        line[:-1] + str(1 - int(line[-1])) if i == len(lines) - 1 else line
        for i, line in enumerate(lines)
    ]
    assert first
    flipped.write_text("\n".join(turned))
    from tutor.evals.tracing.models import Ours

    last = []
    for path in (log, flipped):
        tracer = Ours()
        rows = read_responses(path)
        for row in rows[:-1]:
            tracer.predict(row)
            tracer.update(row, learn=True)
        last.append(tracer.predict(rows[-1]))
    assert last[0] == last[1]


def test_run_prints_json_or_a_table(log):
    said: list[str] = []
    assert run(log, model="elo", as_json=True, live=True, say=said.append) == 0
    assert json.loads(said[0])["models"]["elo"]["rows"] == 1200
    run(log, model="ours", folds=3, say=said.append)
    assert "after gaps of 7 days" in said[1]


def test_a_plot_shows_every_model_with_its_figures(log, tmp_path):
    file = tmp_path / "tracing.svg"
    said: list[str] = []
    assert run(log, live=True, plot=file, as_json=True, say=said.append) == 0
    result = json.loads(said[0])
    page = ElementTree.parse(file).getroot()
    texts = [one.text for one in page.iter("{http://www.w3.org/2000/svg}text")]
    lines = list(page.iter("{http://www.w3.org/2000/svg}polyline"))
    assert len(lines) == len(result["models"])
    for model, figures in result["models"].items():
        assert model in texts
        assert f"{figures['auc']:.3f}; {figures['ece']:.3f}" in texts
        assert sum(many for _, _, many in figures["calibration"]) == 1200
    assert not any(
        "calibration" in m
        for m in evaluate_tracing(log, live=True, models=["elo"])["models"].values()
    )


def test_bad_files_and_models_are_named(tmp_path, log):
    with pytest.raises(BadInput, match="no model"):
        evaluate_tracing(log, models=["dkt"])
    with pytest.raises(BadInput):
        read_responses(tmp_path / "none.csv")
    bad = tmp_path / "bad.csv"
    bad.write_text("student,item,skills,t,correct\na,b,c,0,yes\n")
    with pytest.raises(BadInput, match=":2"):
        read_responses(bad)
    bad.write_text("student,item\n")
    with pytest.raises(BadInput, match="skills"):
        read_responses(bad)


def test_measures_agree_with_hand_counts():
    y, p = [1, 0, 1, 0], [0.9, 0.4, 0.4, 0.1]
    assert auc(y, p) == pytest.approx(0.875)
    assert auc([1, 1], [0.2, 0.3]) == 0.5
    assert rmse([1, 0], [0.5, 0.5]) == pytest.approx(0.5)
    assert log_loss([1], [0.5]) == pytest.approx(0.6931, abs=1e-3)
    assert ece([1, 0], [0.5, 0.5]) == pytest.approx(0.0)


def test_em_finds_the_parameters_of_a_known_process():
    dice = Random(1)
    sequences = []
    for _ in range(1500):
        known, results = dice.random() < 0.3, []
        for _ in range(12):
            results.append(int(dice.random() < (0.9 if known else 0.2)))
            known = known or dice.random() < 0.15
        sequences.append(results)
    found = fit_bkt(sequences, forgets=False)
    assert found.start == pytest.approx(0.3, abs=0.05)
    assert found.learn == pytest.approx(0.15, abs=0.03)
    assert found.guess == pytest.approx(0.2, abs=0.04)
    assert found.slip == pytest.approx(0.1, abs=0.03)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_an_invented_log_has_the_shape_of_its_family_and_is_the_same_each_time(family, tmp_path):
    shape = FAMILIES[family]
    path = tmp_path / "log.csv.gz"
    count = write_invented(path, family, scale=8 / shape.students, seed=2)
    rows = read_responses(path)
    assert len(rows) == count
    assert len({row.student for row in rows}) == 8
    assert max(len(row.skills) for row in rows) <= shape.most_skills
    assert all((row.t > 0) == shape.timed and 0 < row.chance < 1 for row in rows)
    assert (rows[0].item == rows[0].skills[0]) == shape.skill_only
    again = tmp_path / "again.csv.gz"
    write_invented(again, family, scale=8 / shape.students, seed=2)
    assert again.read_bytes() == path.read_bytes()


def test_ours_comes_between_elo_and_the_truth_on_invented_retries(tmp_path):
    path = tmp_path / "log.csv"
    write_invented(path, "assist17", scale=0.004)
    models = evaluate_tracing(path, live=True, models=["ours", "elo", "oracle"])["models"]
    assert models["elo"]["auc"] < models["ours"]["auc"] < models["oracle"]["auc"]


def test_an_unknown_family_is_named(tmp_path):
    with pytest.raises(BadInput, match="assist09"):
        write_invented(tmp_path / "log.csv", "assist99")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a,b,c,soon,1", "t is “soon”"),
        ("a,b,c,nan,1", "t is nan"),
        ("a,b,c,0,0.5", "correct is 0.5"),
        ("a,b,c,0,", "correct is “”"),
        ("a,b,c,0", "4 cells of 5"),
        (",b,c,0,1", "student has no name"),
        ('a,"b,c,0,1\na,b,c,0,1', "2 cells of 5"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_line(row, said, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(f"student,item,skills,t,correct\na,b,c,0,1\n{row}\n")
    with pytest.raises(BadInput, match=":3") as raised:
        read_responses(path)
    assert said in str(raised.value)


def test_a_row_after_a_name_over_two_lines_is_named_with_its_own_line(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text('student,item,skills,t,correct\n\na,"b\nb",c,0,1\na,b,c,0,2\n')
    with pytest.raises(BadInput, match=":5"):
        read_responses(path)


def test_a_byte_that_is_no_text_is_refused_with_the_file_named(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(b"student,item,skills,t,correct\na,b,c,0,1\na,\xff,c,0,1\n")
    with pytest.raises(BadInput, match="cannot be read"):
        read_responses(path)


def test_names_that_come_again_are_kept_once(log):
    rows = read_responses(log)
    for kept in ([row.student for row in rows], [row.item for row in rows]):
        assert len(set(map(id, kept))) == len(set(kept))


@pytest.mark.parametrize("live", [False, True])
def test_who_looks_on_is_told_of_every_response_gone_through(log, live):
    seen: dict[tuple[str, str], list[int | None]] = {}

    def tell(model: str, doing: str, more: int, of: int | None) -> None:
        seen.setdefault((model, doing), []).extend([more, of])

    models = ["ours", "best-lr", "bkt", "elo"]
    evaluate_tracing(log, models=models, folds=3, live=live, tell=tell)
    for model in models:
        told = {doing: (sum(x[::2]), x[1]) for (m, doing), x in seen.items() if m == model}
        if live:
            assert told == {"live": (1200, 1200)}
            continue
        assert told.pop("predicting") == (1200, 1200)
        assert list(told) == [f"fold {number} of 3, learning" for number in (1, 2, 3)]
        assert all(of is None for _, of in told.values())
        # in each fold two students of three, once at least; `bkt` counts a row for every skill
        assert sum(gone for gone, _ in told.values()) >= 2 * 1200


def test_files_without_rows_or_broken_ones_are_refused(tmp_path):
    path = tmp_path / "log.csv.gz"
    path.write_text("student,item,skills,t,correct\n")
    with pytest.raises(BadInput, match="no responses"):
        read_responses(path)
    path.write_bytes(gzip.compress(b"student,item,skills,t,correct\na,b,c,0,1\n")[:-9])
    with pytest.raises(BadInput, match="cannot be read"):
        read_responses(path)


def test_items_that_only_name_their_skill_are_called_like_it(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("student,item,skills,t,correct\na,1,x,0,1\na,1,x,0,0\na,2,y;z,0,1\n")
    assert [row.item for row in read_responses(path)] == ["x", "x", "y|z"]
    path.write_text("student,item,skills,t,correct\na,1,x,0,1\na,2,x,0,0\n")
    assert [row.item for row in read_responses(path)] == ["1", "2"]
