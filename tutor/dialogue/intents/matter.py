"""School words of Spanish and Arabic in English, for what is asked about in an English course (pure).

A child who learns in English asks “qué es un denominador” all the same. No translation: only the words of
the matter are told, so that the course's own vocabulary and its readings can be looked at for them.
"""

import re

from tutor.safety.latin_arabic import in_arabic_letters
from tutor.safety.normal import fold

LONGEST = 120  # characters of a message that is looked at
_SPANISH = """
fraccion|fracciones: fractions
denominador|denominadores: denominator
numerador|numeradores: numerator
mitad|mitades: half
tercio|tercios: third
cuarto|cuartos: quarter
suma|sumas|sumar|sumo|suman|adicion: add
resta|restas|restar|resto|restan|sustraccion: subtract
multiplicar|multiplicacion|multiplicaciones|multiplica|multiplico|multiplican: multiply
dividir|division|divisiones|divide|divido|dividen: divide
comparar|comparacion|compara|comparo: compare
simplificar|simplifica|simplifico|simplificacion: simplify
equivalente|equivalentes: equivalent
entero|enteros: whole
mixto|mixtos: mixed number
decimal|decimales: decimal
porcentaje|porcentajes: percent
parte|partes: parts
iguales: equal
mayor|mayores: bigger
menor|menores: smaller
distinto|distintos|distinta|distintas|diferente|diferentes: different
mismo|misma: same
recta: number line
celula|celulas: cell
nucleo: nucleus
membrana: membrane
pared: wall
cloroplasto|cloroplastos: chloroplast
clorofila: chlorophyll
mitocondria|mitocondrias: mitochondria
citoplasma: cytoplasm
fotosintesis: photosynthesis
respiracion|respiran|respirar: respiration
planta|plantas: plants
hoja|hojas: leaf
raiz|raices: roots
luz: light
agua: water
oxigeno: oxygen
azucar: sugar
glucosa: glucose
energia: energy
bacteria|bacterias: bacteria
microscopio: microscope
variable|variables: variable
bucle|bucles|ciclo|ciclos: loop
lista|listas: list
funcion|funciones: function
cadena|cadenas: string
imprimir|imprime: print
condicion|condicional|condiciones: if
programa|programas: program
"""
_ARABIC = """
كسر|كسور: fractions
مقام|مقامات: denominator
بسط: numerator
نصف|نص: half
ثلث: third
ربع: quarter
جمع|نجمع|اجمع: add
طرح|نطرح|اطرح: subtract
ضرب|نضرب|اضرب: multiply
قسمه|نقسم|اقسم: divide
مقارنه|نقارن|اقارن: compare
تبسيط|نبسط|ابسط|اختصار: simplify
متكافءه|مكافءه|متكافء|مكافء: equivalent
عشري|عشريه: decimal
اكبر: bigger
اصغر: smaller
مختلف|مختلفه: different
نوحد|توحيد: same
خليه|خلايا: cell
نواه: nucleus
غشاء|غشا: membrane
جدار: wall
كلوروفيل: chlorophyll
ميتوكوندريا: mitochondria
سيتوبلازم: cytoplasm
بلاستيده|بلاستيدات: chloroplast
تمثيل|بناء: photosynthesis
تنفس: respiration
نبات|نباتات|نبته: plants
ورقه|اوراق: leaf
جذر|جذور: roots
ضوء|ضو: light
ماء|مي: water
اكسجين: oxygen
سكر: sugar
طاقه: energy
بكتيريا: bacteria
مجهر|ميكروسكوب: microscope
متغير|متغيرات: variable
حلقه|حلقات: loop
قاءمه|قواءم: list
داله|دوال: function
طباعه|نطبع|اطبع: print
شرط|شروط: if
برنامج|برامج: program
"""
_WORD = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:[وفب]?ال|لل)(?=\w{2})")
_MEANS = re.compile(
    r"\b(?:que|k|q) (?:es|son|significan?|quiere decir)\b|(?<!\w)(?:ما (?:هو|هي|معني)|(?:شو|ايش|وش|شنو) (?:هو |هي )?(?:يعني|معني)?|يعني ايه|ايه هو|ايه هي)(?!\w)"
)


def _table(lines: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines.strip().splitlines():
        words, _, english = line.partition(": ")
        found |= dict.fromkeys(words.split("|"), english)
    return found


_ENGLISH = {**_table(_SPANISH), **_table(_ARABIC)}


def in_english(text: str) -> str:
    """The words of the matter in a Spanish or Arabic message, in English and as a question where a meaning
    is asked for; "" where it has none."""
    if len(text) > LONGEST:
        return ""
    folded = fold(in_arabic_letters(text) or text)
    words = (_ENGLISH.get(w) or _ENGLISH.get(_ARTICLE.sub("", w)) for w in _WORD.findall(folded))
    known = list(dict.fromkeys(word for word in words if word))
    if not known:
        return ""
    return f"what is {known[0]}" if len(known) == 1 and _MEANS.search(folded) else " ".join(known)
