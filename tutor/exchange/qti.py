"""QTI 2.1: choices, words, matches, orders and essays, as one item's XML or a package of them.

The item's type stands in `toolName` and `label`, so that an expression comes back as one. Hints
have no place in the items that players show; the solution is modal feedback.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written, unheld
from tutor.exchange.interactions import draft_of, left_out
from tutor.exchange.markup import to_html, with_parens
from tutor.retrieval.opening import Archive, Element, xml_tree

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEMPLATE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
# What feedback is shown by has to be an identifier; this one is never set, so never “none”.
_ALWAYS_TOLD = (
    '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>'
)
_MOST_ITEMS = 20_000
_AS_WORDS = frozenset({"short", "number", "expression", "equation", "inequality", "units", "set",
    "list", "pair", "interval", "system", "output", "line"})  # fmt: skip


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """A package (zip) with a manifest and a file for each item; always the same bytes."""
    lost, parts = list[Lost](), dict[str, str]()
    for draft in drafts:
        body = _body(draft)
        if body is None:
            why = f"No interaction is written for the type “{draft.type}”."
            lost.append(Lost(item=draft.id, why=why))
            continue
        if draft.hints:
            lost.append(Lost(item=draft.id, why="QTI players show no hints.", whole=False))
        if why := unheld(
            draft, "choices", "shuffle", *(("extra",) if draft.type == "match" else ())
        ):
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


def _item(draft: Draft, cardinality: str, base: str, right: list[str], interaction: str) -> str:
    values = "".join(f"<value>{escape(one)}</value>" for one in right)
    correct = f"<correctResponse>{values}</correctResponse>" if right else ""
    code = f"<pre>{escape(draft.code)}</pre>" if draft.code else ""
    solution = to_html(draft.solution) if draft.solution else ""
    feedback = (
        '<modalFeedback outcomeIdentifier="FEEDBACK" showHide="hide" identifier="none">'
        f"{solution}</modalFeedback>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<assessmentItem xmlns="{NAMESPACE}" identifier={quoteattr(draft.id)}'
        f" title={quoteattr(draft.id)} label={quoteattr(draft.type)}"
        ' adaptive="false" timeDependent="false" toolName="Meno">'
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}" baseType="{base}">'
        f"{correct}</responseDeclaration>"
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
        f"{_ALWAYS_TOLD if solution else ''}"
        f"<itemBody>{to_html(draft.prompt)}{code}{interaction}</itemBody>"
        f'<responseProcessing template="{_TEMPLATE}"/>{feedback if solution else ""}'
        "</assessmentItem>\n"
    )


def _body(draft: Draft) -> tuple[str, str, list[str], str] | None:
    """Cardinality, base type, right values and the interaction; None where there is none."""
    answer, fields = draft.answer, draft.fields
    match draft.type:
        case "choice" | "choices":
            texts, right = _texts(fields["choices"]), _texts(answer)
            several = draft.type == "choices"
            options = _options("simpleChoice", texts)
            body = (
                f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="'
                f'{str(fields.get("shuffle") is not False).lower()}" maxChoices="{0 if several else 1}">'
                f"{options}</choiceInteraction>"
            )
            ids = [f"c{at}" for at, text in enumerate(texts) if text in right]
            return ("multiple" if several else "single"), "identifier", ids, body
        case "order":
            texts = _texts(answer)
            body = (
                '<orderInteraction responseIdentifier="RESPONSE" shuffle="true">'
                f"{_options('simpleChoice', texts)}</orderInteraction>"
            )
            return "ordered", "identifier", [f"c{at}" for at in range(len(texts))], body
        case "match" if isinstance(answer, dict):
            return _match(answer, _texts(fields.get("extra") or []))
        case "open":
            body = '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="3"/>'
            return "single", "string", [], body
        case name if name in _AS_WORDS and not isinstance(answer, list | dict | None):
            body = '<p><textEntryInteraction responseIdentifier="RESPONSE"/></p>'
            return "single", "string", [str(answer).strip()], body
        case _:
            return None


def _match(answer: dict[str, object], extra: list[str]) -> tuple[str, str, list[str], str]:
    lefts, rights = list(answer), list(dict.fromkeys([*map(str, answer.values()), *extra]))
    pairs = [f"a{at} c{rights.index(str(answer[left]))}" for at, left in enumerate(lefts)]
    body = (
        '<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="0">'
        f"<simpleMatchSet>{_options('simpleAssociableChoice', lefts, 'a')}</simpleMatchSet>"
        f"<simpleMatchSet>{_options('simpleAssociableChoice', rights)}</simpleMatchSet>"
        "</matchInteraction>"
    )
    return "multiple", "directedPair", pairs, body


def _options(name: str, texts: list[str], letter: str = "c") -> str:
    most = ' matchMax="9"' if name == "simpleAssociableChoice" else ""
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
