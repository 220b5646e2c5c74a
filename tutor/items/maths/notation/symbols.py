"""What the signs, names and LaTeX commands of school maths stand for."""

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣʸ⁽⁾", "0123456789+-nxy()", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₙₓₐᵢⱼₖ", "0123456789+-nxaijk", strict=True))
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

# one letter of any script; \w alone would take ² and ½ for letters
LETTER = rf"(?:(?![{''.join((*VULGAR, *SUPERSCRIPTS, *SUBSCRIPTS)).replace('-', '').replace('+', '')}])[^\W\d_])"

OPERATORS = {
    "+": "+", "﹢": "+", "-": "-", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "﹣": "-",
    "*": "*", "×": "*", "·": "*", "⋅": "*", "∙": "*", "•": "*", "∗": "*", "✕": "*", "✖": "*",
    "/": "/", "÷": "/", "∕": "/", "⁄": "/", "^": "^", "**": "^", "ˆ": "^",
    "=": "=", "==": "=", "<": "<", ">": ">", "<=": "<=", "≤": "<=", "⩽": "<=", "=<": "<=",
    "≦": "<=", ">=": ">=", "≥": ">=", "⩾": ">=", "≧": ">=", "=>": ">=", "!=": "!=", "≠": "!=",
    "<>": "!=", "=/=": "!=", "/=": "!=", "#": "!=", "±": "+-", "+-": "+-", "+/-": "+-",
    "∓": "+-", "!": "!", "%": "%", "°": "deg", "º": "deg", "˚": "deg", "_": "_", "'": "'", "′": "'",
    "(": "(", ")": ")", "[": "[", "]": "]", "{": "{", "}": "}", "⟨": "<(", "⟩": ")>", "〈": "<(",
    "〉": ")>", "|": "|", "∣": "|", ",": ",", ";": ";", "&": "&", "∪": "union", "∩": "inter",
    "∈": "in", "∧": "and", "∨": "or", "√": "sqrt", "∛": "cbrt", "∜": "qdrt", ":": ":", "∞": "inf",
    "...": "...", "…": "...", "~": "~", "≈": "=", "∅": "empty",
}  # fmt: skip

GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "θ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "rho": "ρ", "sigma": "σ", "tau": "τ",
    "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ",
    "partial": "∂", "Sigma": "Σ", "Omega": "Ω", "Gamma": "Γ", "Theta": "Θ", "Lambda": "Λ", "Phi": "Φ", "Psi": "Ψ",
}  # fmt: skip
CONSTANTS = {
    "pi": "pi", "Pi": "pi", "PI": "pi", "π": "pi", "infinity": "inf", "infty": "inf", "inf": "inf",
    "oo": "inf", "Infinity": "inf",
}  # fmt: skip

_TRIG = ("sin", "cos", "tan", "cot", "sec", "csc")
_HYPERBOLIC = tuple(f"{name}h" for name in _TRIG)
FUNCTIONS: dict[str, str] = {
    **{name: name for name in (*_TRIG, *_HYPERBOLIC)},
    **{f"arc{name}": f"arc{name}" for name in (*_TRIG, *_HYPERBOLIC)},
    **{f"ar{name}": f"arc{name}" for name in _HYPERBOLIC},
    **{f"a{name}": f"arc{name}" for name in (*_TRIG, *_HYPERBOLIC)},
    "cosec": "csc", "cotan": "cot", "tg": "tan", "ctg": "cot", "arctg": "arctan", "sen": "sin",
    "ln": "ln", "log": "log", "lg": "lg", "exp": "exp", "sqrt": "sqrt", "cbrt": "cbrt",
    "abs": "abs", "root": "root", "sgn": "sign", "sign": "sign", "floor": "floor",
    "ceil": "ceil", "ceiling": "ceil", "min": "min", "max": "max", "gcd": "gcd", "lcm": "lcm",
    "conjugate": "conj", "realpart": "re", "imagpart": "im", "carg": "arg",
    "fact": "factorial", "factorial": "factorial", "binom": "binomial", "binomial": "binomial", "dbinom": "binomial", "tbinom": "binomial", "Abs": "abs", "nCr": "binomial",
}  # fmt: skip
TRIG = frozenset(_TRIG)
INVERSE = {name: f"arc{name}" for name in (*_TRIG, *_HYPERBOLIC)}

COMMANDS = {
    "times": "*", "cdot": "*", "ast": "*", "div": "/", "le": "<=", "leq": "<=", "leqslant": "<=",
    "lt": "<", "gt": ">", "ge": ">=", "geq": ">=", "geqslant": ">=", "ne": "!=", "neq": "!=",
    "pm": "+-", "mp": "+-", "degree": "deg", "circ": "circ", "cup": "union", "cap": "inter",
    "in": "in", "land": "and", "lor": "or", "wedge": "and", "vee": "or", "vert": "|", "lvert": "|",
    "rvert": "|", "mid": "|", "langle": "<(", "rangle": ")>", "lbrace": "\\{", "rbrace": "\\}",
    "lbrack": "[", "rbrack": "]", "ldots": "...", "dots": "...", "cdots": "...", "emptyset": "empty",
    "varnothing": "empty", "approx": "=", "to": "->", "rightarrow": "->", "backslash": "\\\\",
    "int": "int", "sum": "sum", "prod": "prod", "lim": "lim",
}  # fmt: skip
FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
_IGNORED_LISTED = (
    "left right big Big bigg Bigg bigl bigr Bigl Bigr displaystyle textstyle limits quad qquad "
    "thinspace mathopen mathclose mleft mright"
)
IGNORED = frozenset(_IGNORED_LISTED.split())
_WRAPPERS_LISTED = (
    "text textrm textbf textit mathrm mathbf mathit operatorname mbox hbox mathsf boxed fbox "
    "overrightarrow vec hat bar mathcal bm boldsymbol"
)
WRAPPERS = frozenset(_WRAPPERS_LISTED.split())
