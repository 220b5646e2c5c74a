"""Groups of school words that look alike and mean different things."""

# Each line is a group of words of which none is a misspelling of another.
GROUPS = """
mitosis meiosis miosis
numerator denominator enumerator nominator
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
proton photon phonon
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
sedimentary sedentary elementary
filtration infiltration flirtation
adaptation adoption
resistance assistance existence
hypothesis hypotenuse
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
appendix append index
testis test tests thesis
larva lava lavae
genus genius genes
vertebra vertebrate invertebrate
vertebrae vertebrates invertebrates
pupa pupil
stoma stomach stem
stomata stomach
alga algebra
algae algebra
radii radio radian
axis axle
axes axles
apex apes
rhombus rhomboid
gene genie
spore spur
sepal petal
anther antler
stamen stamina
ovary ovum ovule
ovaries ovules
retina retinal
cornea corona
cochlea cochineal
tibia tibial fibula
femur femoral
atrium antrum
axon axion
stoma stroma
chordate cordate
arachnid arachnoid
liposome lysosome
plasmid plasmin
insulin inulin
cirrus citrus
stratus status
meson mason
catalyst catalysis
phenol phenyl
benzene benzine
cesium cerium
zircon zirconium
sestet sextet
depreciation depredation deprecation appreciation
participle particle
"""
