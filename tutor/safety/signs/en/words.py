"""Pieces that several English signs are made of."""

FEW = r"(?:\w+ ){0,3}?"
CLOSE = (
    r"(?:(?:my|a|one of my|our) (?:best |close |little |big |older |younger |girl|boy|good |"
    r"step ?)?(?:friends?|sister|brother|mom|mum|mother|dad|father|cousin|girlfriend|boyfriend|"
    r"classmate|buddy|mate|roommate|girl in my class|boy in my class|kid in my class))"
)
