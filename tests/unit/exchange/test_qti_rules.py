"""What QTI 2.1 wants of every item that we write, by the rules of its information model.

The schema itself is not ours to keep; these are its rules that players rely on: an element's
place and attributes, identifiers that are unique, a declaration for each interaction that fits it.
"""

import io
import re
import zipfile

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.exchange import Format, write
from tutor.exchange.draft import Draft, drafts_of
from tutor.retrieval.opening import Element, xml_tree
from tutor.settings import bundled

FOLDERS = [COURSES.parent / "every-type", COURSES / "tiny", *sorted(bundled("curricula").iterdir())]
ORDER = ["responseDeclaration", "outcomeDeclaration", "templateDeclaration", "templateProcessing",
         "stylesheet", "itemBody", "responseProcessing", "modalFeedback"]  # fmt: skip
WANTED = {
    "choiceInteraction": {"responseIdentifier", "shuffle", "maxChoices"},
    "orderInteraction": {"responseIdentifier", "shuffle"},
    "matchInteraction": {"responseIdentifier", "shuffle", "maxAssociations"},
    "textEntryInteraction": {"responseIdentifier"},
    "extendedTextInteraction": {"responseIdentifier"},
}
FITTING = {  # cardinality and base type
    "choiceInteraction": {("single", "identifier"), ("multiple", "identifier")},
    "orderInteraction": {("ordered", "identifier")},
    "matchInteraction": {("multiple", "directedPair")},
    "textEntryInteraction": {("single", "string"), ("single", "integer"), ("single", "float")},
    "extendedTextInteraction": {("single", "string")},
}
BLOCKS = {"p", "pre", "ul", "ol", "dl", "div", "blockquote", "hr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
          "choiceInteraction", "orderInteraction", "matchInteraction", "extendedTextInteraction"}  # fmt: skip
INLINE = {
    "em",
    "strong",
    "code",
    "a",
    "br",
    "span",
    "sub",
    "sup",
    "img",
    "li",
    "textEntryInteraction",
}
NAME = re.compile(r"[^\W\d][\w.-]*")  # an identifier: a letter or an underscore first
RESPONSE_RULES = {"setOutcomeValue", "divide", "sum", "mapResponse", "baseValue"}


def items() -> list[tuple[str, Element]]:
    found = []
    for folder in FOLDERS:
        content = write(drafts_of(load(folder).course).drafts, "T", Format.QTI).content
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                if name != "imsmanifest.xml":
                    found.append((f"{folder.name}/{name}", xml_tree(package.read(name), name)))
    return found


@pytest.fixture(scope="module")
def written() -> list[tuple[str, Element]]:
    return [(place, item) for place, root in items() for item in (root, *root.all("assessmentItem"))
            if item.name == "assessmentItem"]  # fmt: skip


def test_an_items_parts_stand_in_their_order_and_have_what_they_must_have(written):
    assert len(written) > 400
    for place, item in written:
        assert {"identifier", "title", "adaptive", "timeDependent"} <= item.attributes.keys(), place
        assert NAME.fullmatch(item.attributes["identifier"]), place
        at = [ORDER.index(one.name) for one in item.children]
        assert at == sorted(at), place
        names = [one.name for one in item.children]
        assert names.count("itemBody") == 1, place
        essay = item.attributes["label"] == "open"  # waits for a person
        assert names.count("responseProcessing") == (0 if essay else 1), place
        for one in item.all("modalFeedback"):
            told = {"outcomeIdentifier", "showHide", "identifier"}
            assert told <= one.attributes.keys(), place
            outcomes = {o.attributes["identifier"] for o in item.all("outcomeDeclaration")}
            assert one.attributes["outcomeIdentifier"] in outcomes, place


def test_each_interaction_has_one_declaration_that_fits_it(written):
    for place, item in written:
        declared = {one.attributes["identifier"]: one for one in item.all("responseDeclaration")}
        asked = list(item.all(*WANTED))
        named = [one.attributes["responseIdentifier"] for one in asked]
        assert len(named) == len(set(named)) == len(declared) > 0, place
        assert set(named) == declared.keys(), place
        for one in asked:
            response = declared[one.attributes["responseIdentifier"]]
            assert one.attributes.keys() >= WANTED[one.name], place
            kind = response.attributes["cardinality"], response.attributes["baseType"]
            assert kind in FITTING[one.name], place
            options = [
                o.attributes["identifier"]
                for o in one.all("simpleChoice", "simpleAssociableChoice")
            ]
            assert len(options) == len(set(options)), place
            assert all(NAME.fullmatch(o) for o in options), place
            values = [v.words() for v in response.all("value")]
            assert kind[0] != "single" or len(values) <= 1, place
            if kind[1] in {"identifier", "directedPair"}:
                assert {part for value in values for part in value.split()} <= set(options), place
            names = [part.name for part in response.children]
            assert names in (["correctResponse"], ["correctResponse", "mapping"], []), place


def test_bodies_hold_blocks_and_only_words_stand_in_lines(written):
    for place, item in written:
        body = item.child("itemBody")
        assert not [one for one in body.content if isinstance(one, str) and one.strip()], place
        assert {one.name for one in body.children} <= BLOCKS, place
        inside = {one.name for one in body.all(*BLOCKS, *INLINE)}
        every = set()
        waiting = [one for one in body.children if not one.name.endswith("Interaction")]
        while waiting:
            every.add((one := waiting.pop()).name)
            waiting += [child for child in one.children if not child.name.endswith("Interaction")]
        assert every <= BLOCKS | INLINE, (place, every - inside)
        assert not [one for one in body.all("ol") if "start" in one.attributes], place
        for one in body.all("textEntryInteraction"):
            assert one not in body.children, place


def test_scores_come_from_rules_that_the_specification_has(written):
    for place, item in written:
        if (rules := item.child("responseProcessing")) is None:
            continue
        template = rules.attributes.get("template", "")
        mapped = {
            one.attributes["identifier"]
            for one in item.all("responseDeclaration")
            if one.child("mapping")
        }
        if template:
            assert template.endswith(("/rptemplates/match_correct", "/rptemplates/map_response")), (
                place
            )
            assert template.endswith("map_response") == bool(mapped), place
            continue
        near = {one.name for one in rules.all("equal", "gte", "lte")}
        if near:  # a number with a tolerance, or a range
            assert near in ({"equal"}, {"gte", "lte"}), place
            continue
        assert {one.name for one in rules.all(*RESPONSE_RULES)} == RESPONSE_RULES, place
        assert {one.attributes["identifier"] for one in rules.all("mapResponse")} == mapped, place


def test_lists_and_links_have_only_what_the_schema_allows():
    prompt = '3. a\n4. b\n\n[x](http://y.z "t") ![p](a.png "t")'
    draft = Draft(id="a", type="short", prompt=prompt, fields={"answer": "b"})
    content = write((draft,), "T", Format.QTI).content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        (name,) = [one for one in package.namelist() if one != "imsmanifest.xml"]
        item = xml_tree(package.read(name), name)
    assert [one.attributes for one in item.all("ol", "a", "img")] == [
        {}, {"href": "http://y.z"}, {"src": "a.png", "alt": "p"},
    ]  # fmt: skip


def test_a_left_side_is_paired_once_and_a_right_side_as_often_as_it_fits(written):
    for place, item in written:
        for pair in item.all("matchInteraction"):
            lefts, rights = pair.all("simpleMatchSet")
            assert {one.attributes["matchMax"] for one in lefts.children} == {"1"}, place
            assert {one.attributes["matchMax"] for one in rights.children} == {"0"}, place
