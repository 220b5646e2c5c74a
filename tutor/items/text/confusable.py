"""Pairs of school words that look alike and mean different things, so that no typo joins them."""

# Each line is a group of words of which none is a misspelling of another.
_GROUPS = """
mitosis meiosis miosis
meioses mitoses
transcription translation transduction
genotype phenotype karyotype
prokaryote eukaryote
prokaryotic eukaryotic
haploid diploid triploid
autotroph heterotroph
homozygous heterozygous
homologous analogous
afferent efferent
ureter urethra
ileum ilium
artery arteriole
vein venule
glucose glycogen glucagon glycerol galactose
lactose lactase lactate
sucrose sucrase
maltose maltase
amylose amylase
protein protease proteome
lipid lipase
cellulose cellulase cellular
chlorine chloride chlorate chlorite
nitrate nitrite nitride nitrogen
sulfate sulfite sulfide
phosphate phosphite phosphide
ammonia ammonium
alkane alkene alkyne alkali
methane methene methyl
ethane ethene ethyne ethanol ethanal
propane propene propyne
butane butene butyne
silicon silicone silica
magnesium manganese
iodine iodide
fluorine fluoride fluorene
bromine bromide
carbon carbonate
hydrogen hydroxide
proton photon
neutron neuron neutrino
neutral neural
photosynthesis chemosynthesis biosynthesis
ion iron
ionic iconic
cation anion
atom atomic
absorption adsorption
absorb adsorb
fission fusion
diffusion effusion infusion
reflection refraction diffraction
reflect refract
convection conduction
convex concave
conductor inductor
induction deduction reduction
resistance reactance
velocity viscosity
mass moss
weight height
speed seed
force farce
energy entropy enthalpy
momentum moment
current currant
stalactite stalagmite
igneous ingenious
weathering weather whether
climate climax
epicenter hypocenter
latitude longitude altitude attitude
meteor meteorite meteoroid
asteroid steroid
crater carter
mantle mental
tropic topic
delta data
desert dessert
median medium mediant
mean meaner
mode model
range rage
perimeter parameter diameter
radius radian radial
radii radium
complement compliment
complementary complimentary supplementary
secant second
tangent tangible
numerator denominator
factor fraction faction
multiple multiply
integer integral
ordinate coordinate subordinate
vertex vortex
statistic static
discrete discreet
function fiction friction
equation equator
variable valuable
quadratic quadrant quartic
cubic cubit
polygon polynomial
principle principal
affect effect
effective affective
accept except
allusion illusion
metaphor metamorphic
simile smile
assonance consonance dissonance
noun pronoun
adverb adverse
verb verbal
clause cause
emigration immigration migration
emigrate immigrate migrate
capitalism capitalist
communism communist
colony colonel
constitution institution
legislative legislature
judicial judiciary
federal feral
republic republican
democracy democrat
aristocracy autocracy
monarchy anarchy
treaty treatise
president precedent
supply apply
demand remand
inflation deflation
import export
integrate interrogate
parameter argument
stack slack
queue quite
string strong
loop loup
class clash
public pubic
while white
float flout
there their
where were
then than
plant planet
plants planets
sun son
sea see
root route
leaf lead
leaves levees
flower flour
pollen polled
stamen stigma
carpel carpal
anther another
ovary ovule ovum
cell sell
cells sells
tissue issue
muscle mussel
organ organism organelle origin
nucleus nucleolus nucleoid nuclei
nucleotide nucleoside
ribosome lysosome lysozyme
chromosome chromatin chromatid
centriole centromere centrosome
vacuole vesicle
cytoplasm cytosol cytokinesis
chloroplast chlorophyll chromoplast
stoma stomach stomata
xylem phloem
thymine thiamine
adenine adenosine
guanine guanosine
cytosine cytokine
uracil uric
virus viral
fungi fungus
predator predation
producer product
consumer consumed
prey pray
heart hearth heat heard
heat head
breath breathe breadth
lung long
liver lever
kidney kidnap
brain brine
blood bleed
sodium potassium
density destiny
solute solvent solution
solid sold
liquid liqueur
mixture moisture
pressure presser
temperature temperament
evaporation evaporator
condensation condemnation
precipitation participation
percolation population
erosion corrosion
deposition disposition
eastern western
northern southern
increase decrease
increases decreases
increasing decreasing
positive negative
exothermic endothermic
series serious
parallel parasol
circuit circus
battery buttery
terminal thermal
open opens
bulb bulk
quiet quite
angel angle
later latter
lose loose
dairy diary
causal casual
marital martial
trial trail
statue statute
sacred scared
united untied
silver sliver
uranium uranus
arctic antarctic
aerobic anaerobic
"""

# Word beginnings that turn a word into its opposite or into another word.
OPPOSED_STARTS = (
    ("hyper", "hypo"),
    ("endo", "exo"),
    ("endo", "ecto"),
    ("inter", "intra"),
    ("macro", "micro"),
    ("pro", "eu"),
    ("homo", "hetero"),
    ("ana", "cata"),
    ("mono", "di"),
    ("mono", "poly"),
    ("di", "tri"),
    ("tri", "tetra"),
    ("bi", "tri"),
    ("uni", "bi"),
    ("uni", "multi"),
    ("pre", "post"),
    ("pre", "pro"),
    ("over", "under"),
    ("up", "down"),
    ("in", "out"),
    ("in", "ex"),
    ("in", "de"),
    ("im", "ex"),
    ("em", "im"),
    ("con", "di"),
    ("as", "des"),
    ("max", "min"),
    ("milli", "mega"),
    ("kilo", "milli"),
    ("centi", "milli"),
    ("deci", "deca"),
    ("semi", "demi"),
    ("ad", "ab"),
    ("af", "ef"),
)
# Beginnings that deny or change the rest: "symmetric" is not a slip for "asymmetric".
TURNING_STARTS = (
    *("a", "an", "un", "in", "im", "ir", "il", "non", "dis", "de", "re", "anti", "co", "sub"),
    *("super", "semi", "bi", "tri", "multi", "mis", "pre", "ex", "auto", "self", "iso", "electro"),
)
# Endings by which sciences tell substances and kinds apart.
OPPOSED_ENDS = (
    frozenset(("ane", "ene", "yne", "anol", "anal", "yl")),
    frozenset(("ate", "ite", "ide", "ine", "ic", "ous", "ium")),
    frozenset(("ose", "ase")),
    frozenset(("or", "ee")),
    frozenset(("er", "ee")),
    frozenset(("ful", "less")),
    frozenset(("ism", "ist")),
    frozenset(("cyte", "cide")),
)


def _by_word() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _GROUPS.split("\n"):
        group = line.split()
        for word in group:
            table.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in table.items()}


_NEIGHBOURS = _by_word()


def known_apart(one: str, other: str) -> bool:
    """Whether two different folded words are known to be different words, not a typing slip."""
    if other in _NEIGHBOURS.get(one, ()):
        return True
    return _starts_apart(one, other) or _ends_apart(one, other)


def is_known(word: str) -> bool:
    """Whether `word` is one of the school words listed here, and so not a misspelling."""
    return word in _NEIGHBOURS


def _starts_apart(one: str, other: str) -> bool:
    for first, second in OPPOSED_STARTS:
        for a, b in ((one, other), (other, one)):
            if a.startswith(first) and b.startswith(second):
                rest_a, rest_b = a[len(first) :], b[len(second) :]
                if len(rest_a) >= 3 and rest_a == rest_b:
                    return True
    return any(
        one == start + other or other == start + one
        for start in TURNING_STARTS
        if min(len(one), len(other)) >= 4
    )


def _ends_apart(one: str, other: str) -> bool:
    for ends in OPPOSED_ENDS:
        for a in ends:
            for b in ends:
                if (
                    a != b
                    and one.endswith(a)
                    and other.endswith(b)
                    and len(one) - len(a) >= 3
                    and one[: -len(a)] == other[: -len(b)]
                ):
                    return True
    return False
