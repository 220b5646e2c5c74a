"""Nuclides as learners name them: 14C, C-14 and carbon-14 where an answer asks for ¹⁴C.

Only beside an answer that names a nuclide: elsewhere 14C is fourteen atoms of carbon.
"""

import re
from collections.abc import Set

_SYMBOLS = """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se
    Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Sm Eu Gd W Ir Pt Au Hg
    Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Cf
"""
_ENGLISH = """
    hydrogen helium lithium beryllium boron carbon nitrogen oxygen fluorine neon sodium
    magnesium aluminium silicon phosphorus sulfur chlorine argon potassium calcium scandium
    titanium vanadium chromium manganese iron cobalt nickel copper zinc gallium germanium
    arsenic selenium bromine krypton rubidium strontium yttrium zirconium niobium molybdenum
    technetium ruthenium rhodium palladium silver cadmium indium tin antimony tellurium iodine
    xenon caesium barium lanthanum cerium samarium europium gadolinium tungsten iridium platinum
    gold mercury thallium lead bismuth polonium astatine radon francium radium actinium thorium
    protactinium uranium neptunium plutonium americium curium californium
"""
_SPANISH = """
    hidrógeno helio litio berilio boro carbono nitrógeno oxígeno flúor neón sodio magnesio
    aluminio silicio fósforo azufre cloro argón potasio calcio escandio titanio vanadio cromo
    manganeso hierro cobalto níquel cobre zinc galio germanio arsénico selenio bromo kriptón
    rubidio estroncio itrio circonio niobio molibdeno tecnecio rutenio rodio paladio plata
    cadmio indio estaño antimonio telurio yodo xenón cesio bario lantano cerio samario europio
    gadolinio wolframio iridio platino oro mercurio talio plomo bismuto polonio astato radón
    francio radio actinio torio protactinio uranio neptunio plutonio americio curio californio
"""
_OTHER = {"aluminum": "Al", "sulphur": "S", "cesium": "Cs", "tungsteno": "W"}
_SYMBOL_OF = {
    **dict(zip(_ENGLISH.split(), _SYMBOLS.split(), strict=True)),
    **dict(zip(_SPANISH.split(), _SYMBOLS.split(), strict=True)),
    **_OTHER,
}
_NAMED = re.compile(r"\b([^\W\d_]{3,13})[\s-]*(\d{1,3})\b")


def in_mass_numbers(text: str, nuclides: Set[tuple[str, str]]) -> str:
    """The text with the nuclides that it names written ^14C; `nuclides` are the answer's, (mass, symbol)."""
    text = _NAMED.sub(_with_symbol, text)
    for mass, symbol in nuclides:
        before, behind = rf"(?<![\w^}}/]){mass}\s?{symbol}", rf"(?<![\w>}}]){symbol}[\s-]{mass}"
        text = re.sub(rf"{before}(?![a-z])|{behind}(?![\w+-])", f"^{mass}{symbol}", text)
    return text


def _with_symbol(match: re.Match[str]) -> str:
    symbol = _SYMBOL_OF.get(match[1].casefold())
    return match[0] if symbol is None else f"^{match[2]}{symbol}"
