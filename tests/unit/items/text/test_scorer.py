"""The scorer of answers in sentences, and the measurement that fits and reads it."""

import gzip
import json
import os
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest

from tutor.errors import BadInput
from tutor.evals.shortanswer import evaluate_shortanswer, read_rows, run
from tutor.evals.shortanswer_figures import Scored, calibration_error, figures
from tutor.evals.shortanswer_folds import cross_validate, scenarios
from tutor.evals.shortanswer_kernel import questions_left_out
from tutor.evals.shortanswer_learn import Row, best_ridge, table
from tutor.evals.shortanswer_measure import Measured, measure
from tutor.evals.shortanswer_score import fit_weights, score_learnt, score_shipped
from tutor.evals.shortanswer_sense import Sense, sense_table
from tutor.items.text.lexicon import opposites, say_the_same
from tutor.items.text.measures import FEATURES, SHIPPED, features, shipped_features
from tutor.items.text.overlap import equally, likeness, weights_of
from tutor.items.text.scorer import opinion, shipped_weights
from tutor.items.text.words import stem

REFERENCE = "The bulb is in a closed path with the battery."
QUESTION = "Why is the bulb on?"
DATA = Path(os.environ.get("MENO_DATA", "../shared/data")) / "shortanswer"


def named(answer: str) -> dict[str, float]:
    return dict(zip(FEATURES, features(answer, QUESTION, [REFERENCE]), strict=True))


def test_features_are_named_and_bounded_for_any_text() -> None:
    for text in ("", "🙂", "bulb " * 2000, "not", "12", REFERENCE):
        found = features(text, QUESTION, [REFERENCE, "other words"])
        assert len(found) == len(FEATURES) == len(set(FEATURES))
        assert all(abs(value) < 1_000 for value in found)


def test_the_words_of_the_question_earn_nothing_new() -> None:
    assert named("the bulb is on")["new_recall"] == 0
    assert named("closed path with a battery")["new_recall"] == 1


def test_denials_and_opposites_are_seen() -> None:
    assert named("the bulb is not in a closed path")["negation_differs"] == 1
    assert named("the bulb is in an open path")["opposed_any"] == 1
    assert named(REFERENCE)["same_text"] == 1


def test_another_opening_and_a_turned_denial_are_seen() -> None:
    def found(answer: str, reference: str) -> dict[str, float]:
        return dict(zip(FEATURES, features(answer, "Which one?", [reference]), strict=True))

    other = found("B because it is heavy", "A, because it is heavy.")
    assert other["opens_otherwise"] == 1
    assert other["opens_alike"] == 0
    assert found("a heavy one", "The heavy one.")["opens_otherwise"] == 0
    turned = found("the bulb does not glow", "The bulb glows.")
    assert turned["flipped"] == 1
    assert found("it is not big but the bulb glows", "The bulb glows.")["flipped"] == 0
    assert found("green before red", "Red comes before green.")["turned_order"] > 0


def test_near_words_count_in_part() -> None:
    assert likeness(stem("bigger"), stem("larger")) == pytest.approx(0.8)
    assert 0 < likeness(stem("battery"), stem("batery")) < 1
    assert likeness("12", "13") == 0
    assert say_the_same(stem("rise"), stem("increases"))
    assert stem("less") in opposites(stem("more"))


def test_rare_words_weigh_more() -> None:
    weigh = weights_of(["the bulb", "the path", "the battery"])
    assert weigh("the") < weigh("bulb") < weigh("unheard")


def test_an_opinion_is_a_distribution_that_prefers_the_reference() -> None:
    same = opinion(REFERENCE, question=QUESTION, references=[REFERENCE])
    other = opinion("because of magic", question=QUESTION, references=[REFERENCE])
    denied = opinion("the bulb is not in a closed path", question=QUESTION, references=[REFERENCE])
    for found in (same, other, denied):
        assert found.correct + found.contradictory + found.other == pytest.approx(1)
    assert same.correct > denied.correct > 0
    assert same.correct > 0.7 > 0.3 > other.correct


def test_shipped_weights_fit_the_features() -> None:
    assert len(shipped_weights().mean) == len(SHIPPED)
    assert min(shipped_weights().spread) > 0


def test_only_the_shipped_scorer_knows_whether_a_reference_is_alone() -> None:
    alone = shipped_features("a closed path", QUESTION, [REFERENCE])
    beside = shipped_features("a closed path", QUESTION, [REFERENCE, REFERENCE])
    assert alone[:-1] == features("a closed path", QUESTION, [REFERENCE])
    assert (alone[-1], beside[-1]) == (1.0, 0.0)


def test_an_answer_with_one_reference_is_met_with_its_own_caution() -> None:
    one = replace(rows(1)[0], answer=REFERENCE)
    several = replace(one, references=(REFERENCE, REFERENCE))
    wary = replace(shipped_weights(), caution=100.0, caution_of_one=0.0)
    assert [made.accepted for made in score_shipped([one, several], wary)] == [True, False]
    assert 0 <= shipped_weights().caution_of_one <= shipped_weights().caution


def test_one_reference_never_asks_for_more_caution_than_several() -> None:
    single = rows(60)
    multiple = [replace(row, references=(REFERENCE, "a closed path")) for row in rows(60, seed=2)]
    fitted = fit_weights([*single, *multiple], table([*single, *multiple], equally))
    assert 0 <= fitted.caution_of_one <= fitted.caution
    alone = fit_weights(single, table(single, equally))
    assert alone.caution_of_one == alone.caution


def rows(count: int, seed: int = 1) -> list[Row]:
    """Answers of a made-up class: right ones share words with the reference, wrong ones do not."""
    dice = Random(seed)
    right = ["a closed path with the battery", "it is in a closed path", "closed path to battery"]
    against = ["it is in an open path", "the path is not closed", "no closed path"]
    wrong = ["the switch is red", "i do not know", "magic makes it shine"]
    made = []
    for i in range(count):
        label, texts = dice.choice(
            [("correct", right), ("contradictory", against), ("incorrect", wrong)]
        )
        made.append(
            Row(
                dataset="own", split="test", module=f"m{i % 3}", question_id=f"own/q{i % 6}",
                question=QUESTION, references=(REFERENCE,),
                answer=f"{dice.choice(texts)} {dice.choice(['really', 'i think', 'ok', ''])}",
                label=label,
            )
        )  # fmt: skip
    return made


def measured(found: list[Row]) -> Measured:
    return measure(found, embed=False)


def test_graded_answers_teach_the_kernel() -> None:
    found = figures(score_learnt(measured(rows(120)), measured(rows(40, seed=2))))
    assert found["rows"] == 40
    assert isinstance(found["accuracy_2way"], float)
    assert found["accuracy_2way"] > 0.9


def test_unseen_questions_are_scored_without_their_neighbours() -> None:
    test = [row for row in rows(120) if row.question_id == "own/q0"]
    train = [row for row in rows(120) if row.question_id != "own/q0"]
    found = figures(score_learnt(measured(train), measured(test)))
    assert isinstance(found["accuracy_2way"], float)
    assert found["accuracy_2way"] > 0.8


def test_leaving_out_a_question_by_formula_is_leaving_it_out() -> None:
    dice = np.random.default_rng(3)
    points = dice.normal(size=(40, 5))
    target = dice.normal(size=(40, 3))
    question = np.arange(40) % 4
    alike = np.exp(-((points[:, None] - points[None]) ** 2).sum(2) / 4).astype(np.float32)
    marks = np.arange(0, 40, 4) + np.arange(10) % 4
    beside, between = alike[:, marks], alike[np.ix_(marks, marks)]
    _, out = questions_left_out(beside, between, target, question)
    for number in range(4):
        rest = question != number
        weights, _ = questions_left_out(beside[rest], between, target[rest], np.zeros(30, int))
        assert np.allclose(beside[~rest] @ weights, out[~rest], atol=1e-3)


def test_the_ridge_is_the_one_that_serves_folds_left_out() -> None:
    dice = np.random.default_rng(5)
    labels = dice.integers(0, 3, 90).astype(np.float64)
    told = np.eye(3)[labels.astype(int)] + 0.1 * dice.normal(size=(90, 3))
    folds = np.arange(90) % 3
    assert best_ridge(told, labels, folds, (0.1, 1000.0))[0] == 0.1
    assert best_ridge(dice.normal(size=(90, 30)), labels, folds, (0.1, 1000.0))[0] == 1000.0


def test_figures_count_what_they_say() -> None:
    def scored(label: str, correct: float) -> Scored:
        row = Row(
            dataset="", split="", module="", question_id="", question="", references=("x",),
            answer="", label=label,
        )  # fmt: skip
        rest = (1 - correct) / 2
        accepted = correct > 0.5
        return Scored(
            row=row, chances=(correct, rest, rest), accepted=accepted,
            certainty=correct if accepted else 1 - correct,
        )  # fmt: skip

    found = figures(
        [
            scored("correct", 0.9),
            scored("correct", 0.4),
            scored("contradictory", 0.6),
            scored("incorrect", 0.05),
        ]
    )
    assert found["accuracy_2way"] == 0.5
    assert found["confident_half"] == 1.0
    assert found["contradictory_called_correct"] == 1.0
    assert found["macro_f1_2way"] == 0.5


def test_every_row_is_left_out_once_with_its_whole_group() -> None:
    own = rows(60)
    for name, places in scenarios(own, 3):
        assert len(places) == len(own)
        assert set(places) == {0, 1, 2}
        if name == "unseen questions":
            split = {(row.question_id, at) for row, at in zip(own, places, strict=True)}
            assert len(split) == len({row.question_id for row in own})


def test_cross_validation_reports_each_scenario_and_scorer() -> None:
    groups = cross_validate(rows(60), 2)["groups"]
    assert isinstance(groups, list)
    assert [group["split"] for group in groups] == [
        "unseen answers (learnt, no embed)",
        "unseen answers (shipped kind)",
        "unseen questions (learnt, no embed)",
        "unseen questions (shipped kind)",
    ]
    assert all(group["rows"] == 60 for group in groups)


def test_kept_numbers_are_those_made_anew_and_belong_to_their_texts(tmp_path: Path) -> None:
    some = rows(20)
    fresh = measure(some, embed=False)
    for _ in range(2):
        held = measure(some, embed=False, keep=tmp_path)
        assert np.array_equal(held.found, fresh.found)
        assert np.array_equal(held.letters, fresh.letters)
    files = len(list(tmp_path.iterdir()))
    measure(rows(20, seed=9), embed=False, keep=tmp_path)
    assert len(list(tmp_path.iterdir())) == 2 * files


def test_an_answer_is_measured_without_the_other_answers() -> None:
    some = rows(20)
    alone = measure(some[:1], embed=False)
    assert np.array_equal(measure(some, embed=False).found[:1], alone.found)


def test_senses_add_what_is_said_beyond_the_question() -> None:
    def sense(*places: int) -> Sense:
        vectors = np.eye(6)[list(places)]
        whole = vectors.sum(0) / np.linalg.norm(vectors.sum(0))
        return Sense(
            tokens=tuple(f"t{p}" for p in places), vectors=vectors.astype(np.float32), whole=whole
        )

    row = rows(1)[0]
    known = {QUESTION: sense(0), REFERENCE: sense(0, 1, 2), row.answer: sense(0, 1)}
    [numbers] = sense_table([row], known)
    assert numbers[5] == pytest.approx(0.5)  # of the two new tokens of the reference
    assert numbers[6] == pytest.approx(1)  # what the answer adds stands in the reference
    repeated = {**known, row.answer: sense(0)}
    [numbers] = sense_table([row], repeated)
    assert numbers[6] == 0
    assert np.isfinite(sense_table([row], {**known, row.answer: sense(5)})).all()


def test_the_calibration_error_is_the_gap_between_said_and_seen() -> None:
    assert calibration_error([0.75] * 4, [True, True, True, False]) == 0
    assert calibration_error([0.95] * 2, [True, False]) == pytest.approx(0.45)
    assert calibration_error([], []) is None


def write(path: Path, found: list[Row]) -> Path:
    lines = [
        json.dumps(
            {"dataset": r.dataset, "split": r.split, "qid": r.question_id.removeprefix("own/"), "module": r.module,
             "question": r.question, "references": list(r.references), "answer": r.answer,
             "label_3way": r.label}
        )
        for r in found
    ]  # fmt: skip
    text = "\n".join(lines).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


def test_files_are_read_and_figures_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    test = write(tmp_path / "test.jsonl", rows(20, seed=3))
    train = write(tmp_path / "train.jsonl.gz", rows(60))
    assert read_rows(test) == rows(20, seed=3)
    assert evaluate_shortanswer(test)["total"]
    assert run(test, train, True, embed=False) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["groups"][0]["dataset"] == "own"
    assert printed["total"]["rows"] == 20
    assert run(test, None, False) == 0
    assert "own" in capsys.readouterr().out


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"question": "x"}')
    with pytest.raises(BadInput) as raised:
        read_rows(bad)
    assert raised.value.where == str(bad)


@pytest.mark.skipif(not DATA.is_dir(), reason="outside data not present (MENO_DATA)")
def test_the_scorer_is_better_than_calling_all_alike_on_outside_rows() -> None:
    found = read_rows(next(DATA.glob("*train.jsonl.gz")))
    part = Random(7).sample(found, 300)
    share = sum(row.label != "correct" for row in part) / len(part)
    right = sum(
        (opinion(r.answer, question=r.question, references=r.references).correct > 0.5)
        == (r.label == "correct")
        for r in part
    )
    assert right / len(part) > share + 0.05
