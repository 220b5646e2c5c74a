"""QTI 2.1: choices, words, matches, orders and essays, as one item's XML or a package of them.

The item's type stands in `toolName` and `label`, so that an expression comes back as one. Hints
have no place in the items that players show; the solution is modal feedback.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written, unheld, unnamed
from tutor.exchange.interactions import draft_of, left_out
from tutor.exchange.markup import to_html, with_parens
from tutor.retrieval.opening import Archive, Element, xml_tree

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEMPLATES = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/"
_ONLY = "RESPONSE"  # the name of a response that is alone
_BLANK = re.compile(r"_{3,}")
_UNHELD = re.compile(r'<((?:ol|a|img)\b[^<>]*?) (?:start|title)="[^"<>]*"')
_HELD = re.compile("\ue200(\\d+)\ue201")
# What feedback is shown by has to be an identifier; this one is never set, so never “none”.
_ALWAYS_TOLD = (
    '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>'
)
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")
_TOLERANCE = re.compile(r"(\d+(?:\.\d+)?)\s*(%?)")
_MOST_ITEMS = 20_000
_AS_WORDS = frozenset({"short", "number", "expression", "equation", "inequality", "units", "set",
    "list", "pair", "interval", "system", "output", "line"})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Response:
    """A response: its right values, and every text that is taken for right, where there are several."""

    name: str = _ONLY
    cardinality: str = "single"
    base: str = "string"
    right: tuple[str, ...] = ()
    mapped: tuple[str, ...] = ()
    rule: str = ""  # what is asked of a number, where it need not be the right one exactly

    def declared(self) -> str:
        """Its declaration."""
        values = "".join(f"<value>{escape(one)}</value>" for one in self.right)
        correct = f"<correctResponse>{values}</correctResponse>" if values else ""
        entries = "".join(
            f'<mapEntry mapKey={quoteattr(one)} mappedValue="1" caseSensitive="false"/>'
            for one in dict.fromkeys(self.mapped)
        )
        mapping = f'<mapping defaultValue="0">{entries}</mapping>' if entries else ""
        return (
            f'<responseDeclaration identifier="{self.name}" cardinality="{self.cardinality}"'
            f' baseType="{self.base}">{correct}{mapping}</responseDeclaration>'
        )


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """A package (zip) with a manifest and a file for each item; always the same bytes."""
    lost, parts = list[Lost](), dict[str, str]()
    for draft in drafts:
        body = _asked(draft)
        if body is None:
            why = f"No interaction is written for the type “{draft.type}”."
            lost.append(Lost(item=draft.id, why=why))
            continue
        if draft.hints:
            lost.append(Lost(item=draft.id, why="QTI players show no hints.", whole=False))
        more = {"match": ("extra",), "short": ("accept",)}.get(draft.type, _near(draft)[1])
        for why in filter(None, (unheld(draft, "choices", "shuffle", *more), unnamed(draft))):
            lost.append(Lost(item=draft.id, why=why, whole=False))
        parts[f"items/{draft.id}.xml"] = _item(draft, *body)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {"imsmanifest.xml": _manifest(title, list(parts)), **parts}.items():
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return Written(content=made.getvalue(), lost=tuple(lost))


def _manifest(title: str, files: list[str]) -> str:
    resources = "".join(
        f'<resource identifier="r{at}" type="imsqti_item_xmlv2p1" href={quoteattr(name)}>'
        f"<file href={quoteattr(name)}/></resource>"
        for at, name in enumerate(files)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="{_PACKAGE}" identifier="meno">'
        "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>"
        f"<organizations/><!-- {escape(title).replace('--', '–')} -->"
        f"<resources>{resources}</resources></manifest>\n"
    )


def _item(draft: Draft, responses: Sequence[_Response], body: str) -> str:
    solution = _body(draft.solution) if draft.solution else ""
    feedback = (
        '<modalFeedback outcomeIdentifier="FEEDBACK" showHide="hide" identifier="none">'
        f"{solution}</modalFeedback>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<assessmentItem xmlns="{NAMESPACE}" identifier={quoteattr(_identifier(draft.id))}'
        f" title={quoteattr(draft.id)} label={quoteattr(draft.type)}"
        ' adaptive="false" timeDependent="false" toolName="Meno">'
        f"{''.join(one.declared() for one in responses)}"
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
        f"{_ALWAYS_TOLD if solution else ''}"
        f"<itemBody>{body}</itemBody>{_processing(responses)}{feedback if solution else ''}"
        "</assessmentItem>\n"
    )


def _identifier(name: str) -> str:
    """A name as the specification wants it: a letter or an underscore first."""
    return name if name[:1].isalpha() or name.startswith("_") else f"_{name}"


def _processing(responses: Sequence[_Response]) -> str:
    """How it is scored, from 0 to 1: by a rule that players know by its name, or by the share of right blanks.

    An essay has no rule: it waits for a person.
    """
    if not any(one.right for one in responses):
        return ""
    if responses[0].rule:
        full = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>'
        branch = f"<responseIf>{responses[0].rule}{full}</responseIf>"
        return f"<responseProcessing><responseCondition>{branch}</responseCondition></responseProcessing>"
    if len(responses) == 1 and responses[0].name == _ONLY:
        rule = "map_response" if responses[0].mapped else "match_correct"
        return f'<responseProcessing template="{_TEMPLATES}{rule}"/>'
    scores = "".join(f'<mapResponse identifier="{one.name}"/>' for one in responses)
    return (
        '<responseProcessing><setOutcomeValue identifier="SCORE"><divide>'
        f'<sum>{scores}</sum><baseValue baseType="float">{len(responses)}</baseValue>'
        "</divide></setOutcomeValue></responseProcessing>"
    )


def _near(draft: Draft) -> tuple[str, tuple[str, ...]]:
    """The rule for a number with a tolerance or a range, and the option that it holds; "" where there is none."""
    if draft.type != "number" or not _DECIMAL.fullmatch(str(draft.answer).strip()):
        return "", ()
    given = f'<variable identifier="{_ONLY}"/>'
    ends = draft.fields.get("between")
    ends = _texts(ends) if isinstance(ends, list | tuple) else []
    if len(ends) == 2 and all(map(_DECIMAL.fullmatch, ends)):
        rules = (
            f'<{name}>{given}<baseValue baseType="float">{end}</baseValue></{name}>'
            for name, end in zip(("gte", "lte"), ends, strict=True)
        )
        return f"<and>{''.join(rules)}</and>", ("between",)
    if found := _TOLERANCE.fullmatch(str(draft.fields.get("tolerance", "")).strip()):
        mode = "relative" if found[2] else "absolute"
        about = f'toleranceMode="{mode}" tolerance="{found[1]} {found[1]}"'
        return f'<equal {about}>{given}<correct identifier="{_ONLY}"/></equal>', ("tolerance",)
    return "", ()


def _asked(draft: Draft) -> tuple[list[_Response], str] | None:
    """The responses, and the body that asks for them; None where no interaction does."""
    if draft.type == "blanks":
        return _blanks(draft)
    found = _interaction(draft)
    if found is None:
        return None
    response, interaction = found
    code = f"<pre>{escape(draft.code)}</pre>" if draft.code else ""
    return [response], f"{_body(draft.prompt)}{code}{interaction}"


def _body(text: str) -> str:
    """Markdown as what the schema allows in a body: no first number of a list, no titles of links."""
    return _UNHELD.sub(r"<\1", to_html(text))


def _blanks(draft: Draft) -> tuple[list[_Response], str] | None:
    """A text entry where each blank stands in the text; None for a blank inside a formula."""
    entries = draft.answer if isinstance(draft.answer, list | tuple) else [draft.answer]
    responses = [
        _Response(name=f"{_ONLY}{at}", right=(texts[0],), mapped=tuple(texts))
        for at, texts in enumerate(map(_texts, entries), start=1)
    ]
    numbers = count(1)
    marked = _BLANK.sub(lambda _: f"\ue200{next(numbers)}\ue201", draft.prompt)
    body = _body(marked)
    held = _HELD.findall(re.sub(r"\\\(.*?\\\)", "", body))
    if held != [str(at) for at in range(1, len(responses) + 1)]:
        return None
    entry = f'<textEntryInteraction responseIdentifier="{_ONLY}\\1" expectedLength="15"/>'
    return responses, _HELD.sub(entry, body)


def _interaction(draft: Draft) -> tuple[_Response, str] | None:
    """The one response and its interaction; None where there is none."""
    answer, fields = draft.answer, draft.fields
    match draft.type:
        case "choice" | "choices":
            texts, right = _texts(fields["choices"]), _texts(answer)
            several = draft.type == "choices"
            options = _options("simpleChoice", texts)
            body = (
                f'<choiceInteraction responseIdentifier="{_ONLY}" shuffle="'
                f'{str(fields.get("shuffle") is not False).lower()}" maxChoices="{0 if several else 1}">'
                f"{options}</choiceInteraction>"
            )
            ids = tuple(f"c{at}" for at, text in enumerate(texts) if text in right)
            cardinality = "multiple" if several else "single"
            return _Response(cardinality=cardinality, base="identifier", right=ids), body
        case "order":
            texts = _texts(answer)
            body = (
                f'<orderInteraction responseIdentifier="{_ONLY}" shuffle="true">'
                f"{_options('simpleChoice', texts)}</orderInteraction>"
            )
            ids = tuple(f"c{at}" for at in range(len(texts)))
            return _Response(cardinality="ordered", base="identifier", right=ids), body
        case "match" if isinstance(answer, dict):
            return _match(answer, _texts(fields.get("extra") or []))
        case "open":
            body = f'<extendedTextInteraction responseIdentifier="{_ONLY}" expectedLines="3"/>'
            return _Response(), body
        case name if name in _AS_WORDS and not isinstance(answer, list | dict | None):
            body = f'<p><textEntryInteraction responseIdentifier="{_ONLY}"/></p>'
            more = _texts(fields.get("accept") or []) if name == "short" else []
            word = str(answer).strip()
            if rule := _near(draft)[0]:
                return _Response(base="float", right=(word,), rule=rule), body
            return _Response(right=(word,), mapped=(word, *more) if more else ()), body
        case _:
            return None


def _match(answer: dict[str, object], extra: list[str]) -> tuple[_Response, str]:
    lefts, rights = list(answer), list(dict.fromkeys([*map(str, answer.values()), *extra]))
    pairs = tuple(f"a{at} c{rights.index(str(answer[left]))}" for at, left in enumerate(lefts))
    body = (
        '<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="0">'
        f"<simpleMatchSet>{_options('simpleAssociableChoice', lefts, 'a')}</simpleMatchSet>"
        f"<simpleMatchSet>{_options('simpleAssociableChoice', rights)}</simpleMatchSet>"
        "</matchInteraction>"
    )
    return _Response(cardinality="multiple", base="directedPair", right=pairs), body


def _options(name: str, texts: list[str], letter: str = "c") -> str:
    most = ""
    if name == "simpleAssociableChoice":  # a left side goes once, a right side as often as it fits
        most = f' matchMax="{1 if letter == "a" else 0}"'
    return "".join(
        f'<{name} identifier="{letter}{at}"{most}>{escape(with_parens(text))}</{name}>'
        for at, text in enumerate(texts)
    )


def _texts(entries: object) -> list[str]:
    found = entries if isinstance(entries, list | tuple) else [entries]
    return [str(one["text"] if isinstance(one, dict) else one).strip() for one in found]


def read(content: bytes, name: str) -> Exchanged:
    """The items of a file or package; raises BadInput when it is damaged or holds none."""
    drafts, lost = list[Draft](), list[Lost]()
    for place, root in _roots(content, name):
        for item in root.all("assessmentItem"):
            label = item.attributes.get("identifier") or posixpath.basename(place)
            made = draft_of(item, label, _AS_WORDS)
            if isinstance(made, str):
                lost.append(Lost(item=label, why=made))
                continue
            lost += [Lost(item=label, why=why, whole=False) for why in left_out(item, made)]
            drafts.append(made)
    if not drafts and not lost:
        raise BadInput("There is no QTI 2.1 item in it.", where=name, do="Export it as QTI 2.1.")
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _roots(content: bytes, name: str) -> Iterator[tuple[str, Element]]:
    if not content.startswith(b"PK"):
        yield name, xml_tree(content, name)
        return
    archive = Archive(content, name)
    parts = [one for one in archive.names() if one.endswith(".xml")]
    for part in parts[:_MOST_ITEMS]:
        if posixpath.basename(part) != "imsmanifest.xml":
            yield part, xml_tree(archive.read(part), f"{name}/{part}")
