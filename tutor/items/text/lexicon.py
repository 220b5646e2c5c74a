"""English words that say the same, and words that say the opposite, in school explanations.

Our own lists, of general words by which pupils explain (more, bigger, faster, because), not of
any test's answers. They serve the scorer only; accepted phrases of an item are its author's.
"""

from functools import cache

from tutor.items.text.words import stem

# One group a line: words that may stand for each other in an explanation.
_SAME = """
big large huge great giant enormous massive
bigger larger greater
biggest largest greatest most
small little tiny
smaller littler lesser less fewer
smallest least littlest fewest
more additional extra
many lots numerous several plenty
increase rise grow gain raise
decrease drop fall shrink reduce lower lessen decline
fast quick rapid speedy swift
faster quicker
slow slowly sluggish
slower slowed
strong powerful
stronger powerfuller
weak feeble
heavy weighty
light lightweight
hot warm
heat warmth
hotter warmer
cold cool chilly
colder cooler
hard tough firm rigid solid
soft squishy
loud noisy
quiet silent soft
high tall
higher taller
low short
long lengthy
wide broad thick
thin narrow skinny
same equal identical alike similar
different differ unlike various other
change alter vary shift transform become turn
show demonstrate indicate prove reveal tell display
cause make produce create generate form
stay remain keep
stop end halt finish prevent block
start begin
move travel go flow pass transfer
push shove force
pull drag tug attract
carry transport bring take
give provide supply offer
get obtain receive gain
use utilize employ
need require must
help aid assist support allow let enable
contain hold include have
see observe notice look watch
find discover detect determine
measure test check try
put place set add
mix combine blend stir join
separate divide split part apart
break crack destroy
wear erode weather
near close beside next
far away distant
inside within in
outside out
top above over upper
bottom below under beneath lower
begin first start
end last final
part piece section portion bit component
kind type sort
material substance stuff matter thing
object item thing
living alive organism
dead died
animal creature
person people human
rock stone pebble
dirt soil earth ground land
water liquid
ocean sea
river stream creek
air gas
plant tree
seed bean
food nutrient
energy power
electricity current electric electrical
battery cell
wire connection
bulb light lamp
circuit loop path
closed complete connected unbroken
open incomplete disconnected broken gap
burn burned damaged broken
connect attach link join touch
disconnect detach separate remove
container cup bowl glass vial
amount quantity number volume
weight mass
size dimension
speed velocity
sound noise
pitch tone
vibrate vibration shake
color shade
shape form
clear transparent
dissolve melt dissolved
evaporate vapor evaporation
reaction react fizz bubble
acid acidic sour
result outcome effect
reason cause because
answer response
compare contrast
correct right accurate true
wrong incorrect false inaccurate
idea thought
plan design
good well better best
bad worse
old ancient
young baby
both two together
each every
all every
only just
also too
once one single
half
equal same balance
grow develop
protect guard defend save
eat consume
live survive
die perish
warm heat
absorb soak
float
sink
smooth slick
rough bumpy
sharp pointed
flat level
round circular
straight
bend bent curved
steep sloped
slope hill incline
distance length far
time duration
"""

# Pairs and fans of opposites: the first words against the second ones.
_OPPOSED = """
more bigger larger greater higher increase rise grow most / less fewer smaller lower decrease drop fall shrink least
high higher tall / low lower short
long longer / short shorter
big large / small little tiny
fast faster quick / slow slower
strong stronger / weak weaker
hot hotter warm warmer / cold colder cool cooler
heavy heavier / light lighter
hard harder / soft softer easy easier
loud louder / quiet quieter soft softer
wide thick / narrow thin
same equal / different unequal
always / never
all / none
open / closed
on / off
connected / disconnected separated
positive / negative
complete / incomplete
start begin / stop end
push repel / pull attract
add / remove subtract
inside / outside
top above over / bottom below under
before / after
near close / far
first / last
up / down
left / right
north / south
east / west
full / empty
wet / dry
solid / liquid gas
liquid / gas
float / sink
true / false
right correct / wrong incorrect
rough / smooth
sharp / dull
clear / cloudy
deep / shallow
deposit deposition / erode erosion
freeze / melt boil
condense condensation / evaporate evaporation
dissolve / precipitate
acid / base
conductor / insulator
series / parallel
reflect / absorb
opaque / transparent
living alive / dead nonliving
male / female
producer / consumer
predator / prey
input / output
cause / effect
gain / lose
together / apart
with / without
everything / nothing
anything / nothing
old older / young younger new
light / dark
day / night
early / late
steep / flat
good better / bad worse
can / cannot
"""


@cache
def _groups() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_SAME.strip().split("\n")):
        for word in line.split():
            table.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}


@cache
def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _OPPOSED.strip().split("\n"):
        one, _, other = line.partition("/")
        ones = {stem(word) for word in one.split()}
        others = {stem(word) for word in other.split()}
        for a in ones:
            table.setdefault(a, set()).update(others - ones)
        for b in others:
            table.setdefault(b, set()).update(ones - others)
    return {word: frozenset(found) for word, found in table.items()}


def say_the_same(one: str, other: str) -> bool:
    """Whether two stems share a group of words that may stand for each other."""
    groups = _groups()
    return one == other or bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def opposites(word: str) -> frozenset[str]:
    """The stems that say the opposite of a stem."""
    return _opposites().get(word, frozenset())
