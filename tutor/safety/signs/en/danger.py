"""English signs of danger from others."""

from tutor.safety.concern import Kind
from tutor.safety.signs import sign

DANGER = sign(
    Kind.DANGER,
    (
        (
            r"(?:someone|somebody|a (?:man|guy|stranger|car|van|person|woman)|he|she|they|"
            r"some (?:man|guy|men)|an old man|two men|a strange (?:man|car)) (?:\w+ ){0,3}?"
            r"(?:following|stalking|chasing|watching|stalks?|chases|keeps following) (?:me|us)"
            r"(?: (?:home|on|from|to|outside))?"
            r"(?! (?:on (?:instagram|insta|tiktok|twitter|twitch|youtube)|back|"
            r"in (?:the|this) (?:game|race)|play))"
        ),
        (
            r"(?:someone|somebody|a (?:man|guy|stranger|burglar|thief)|he|they|a strange man) "
            r"(?:\w+ ){0,3}?(?:in|inside|breaking in(?:to)?|broke into|"
            r"trying to (?:get|break) in(?:to)?|outside|at|entered) (?:my|our|the) "
            r"(?:house|home|room|apartment|flat|door|window|bedroom)(?: (?:right )?now)?"
            r"(?= *(?:[.,!?]|$|and|with|help|right|i|what))"
        ),
        (
            r"(?:someone|somebody|he|she|a (?:kid|boy|student|guy|man)|"
            r"one of (?:them|my classmates)|there'?s|they|this (?:kid|boy|guy)|"
            r"my (?:classmate|brother|dad|stepdad|father|ex)) (?:\w+ ){0,4}?"
            r"(?:has|have|got|brought|with|pulled|carries|is carrying|pointed|keeps|bringing|"
            r"bring) (?:out )?(?:a|the|his|her) (?:real |loaded |big )?"
            r"(?:gun|knife|bomb|weapon|pistol|rifle)"
            r"(?: (?:\w+ ){0,3}(?:school|class|here|me|locker|backpack|bag|us|him|her|house|now|"
            r"bathroom|someone|bus))"
        ),
        (
            r"(?:bring|bringing|take|taking|brought|carry|got) (?:a|my|the|my dad'?s|his) "
            r"(?:\w+ )?(?:gun|knife|bomb|weapon|pistol|rifle) (?:to|into|in|at) (?:my |the )?"
            r"(?:school|class|classroom|my bag|campus)"
        ),
        (
            r"(?:shoot|blow|bomb|burn|shooting|bombing|attack) (?:up |down )?(?:my|the|this|our) "
            r"(?:whole )?(?:school|classroom|class)(?: (?:up|down))?"
            r"(?! (?:photo|video|scene|picture|project|film))"
        ),
        (
            r"(?:i|he|she|my (?:\w+ )?(?:brother|sister|friend|mom|dad|mum|baby \w+)) "
            r"(?:\w+ ){0,2}?(?:swallowed|drank|ate|drunk|drinking) (?:\w+ ){0,3}?"
            r"(?:bleach|poison|a battery|batteries|detergent|pesticide|rat poison|antifreeze|"
            r"drain cleaner|cleaning (?:fluid|product|stuff)|gasoline)"
        ),
        (
            r"(?:threaten(?:s|ed|ing)?|said|says|promised|told me|is going|going|gonna|wants?|"
            r"tried|trying) (?:\w+ ){0,3}?to (?:kill|stab|shoot|hurt|rape|burn|kidnap|drown) "
            r"(?:me|us|my (?:mom|mum|mother|sister|brother|family|dad))"
            r"(?! (?:with (?:homework|all|this|that)|if i (?:fail|forget|don'?t (?:finish|do))))"
        ),
        (
            r"(?:he|she|they|someone|somebody|my \w+) "
            r"(?:said|says|told me|texted me|threatened|swore|wrote)(?: that)? (?:he|she|they)"
            r"(?:'ll|'s| will| would| is| are|'re|ll)? ?(?:going to |gonna )?"
            r"(?:kill|stab|shoot|hurt|rape|find|burn|beat|post) "
            r"(?:me|us|my (?:family|mom|mum|nudes|photos|pictures|sister|brother))"
            r"(?! (?:with|if i (?:fail|forget)))"
        ),
        (
            r"(?:i|i'm|im|i am|we) (?:\w+ ){0,3}?"
            r"(?:run|ran|running|runaway|going to run|gonna run) away "
            r"(?:from home|from my (?:house|family|parents)|tonight|and (?:never|not))"
        ),
        (
            r"(?:i'm|im|i am|i feel|we are|i don'?t feel|i'm feeling|i'm really) (?:\w+ ){0,2}?"
            r"(?:not safe|unsafe|in danger|in (?:real )?trouble and scared|being followed|"
            r"being stalked|being kidnapped|kidnapped|held (?:here )?against my will|"
            r"trapped (?:in|with)|bleeding (?:a lot|badly|and|so much)|"
            r"safe (?:at home|here|right now|in my (?:house|home)))"
        ),
        (
            r"(?:(?:a|the|this|an older|some) "
            r"(?:man|guy|person|stranger|adult|boy|older guy|old man|online friend)|someone|"
            r"somebody|he|she|my online friend|this 30 year old) (?:\w+ ){0,6}?"
            r"(?:online|on the internet|"
            r"on (?:instagram|insta|snap|snapchat|discord|roblox|tiktok|whatsapp|the app|the game|"
            r"minecraft|fortnite)|from the internet|i met (?:online|on \w+)|i don'?t know) "
            r"(?:\w+ ){0,3}?(?:wants|asked|asks|keeps asking|told|is asking|said|tells|offered) "
            r"(?:\w+ ){0,3}?(?:meet|nudes?|pictures|photos|pics|address|where i live|secret|"
            r"come (?:over|alone)|video|naked)"
        ),
        (
            r"(?:meet(?:ing)?|met|going to meet|go meet) (?:up )?(?:with )?"
            r"(?:a|an|the|this|some|my)? ?(?:\w+ ){0,3}?"
            r"(?:i met online|from the internet|"
            r"from (?:discord|roblox|snapchat|instagram|tiktok|online)|"
            r"i (?:only )?know (?:from )?online)(?: (?:alone|tonight|tomorrow))?"
        ),
        r"(?:blackmail(?:s|ed|ing)?|threaten(?:s|ed|ing)?) (?:me|to (?:post|share|send|leak)|him|her)(?: \w+){0,5}",
        (
            r"(?:my|our|the) (?:house|apartment|room|kitchen|building|flat|classroom) is on fire|"
            r"(?:smell|smells|smelling) gas (?:in|at) (?:my|our|the) "
            r"(?:house|home|kitchen|apartment|flat)|gas leak (?:in|at) (?:my|our) (?:house|home)"
        ),
        (
            r"(?:my |our |a )(?:\w+ )?(?:friend|mom|mum|dad|mother|father|brother|sister|grandma|"
            r"grandpa|baby|classmate|granny|teacher) (?:\w+ ){0,4}?"
            r"(?:unconscious|not breathing|isn'?t breathing|won'?t wake up|wont wake up|"
            r"passed out|not waking up|collapsed|stopped breathing|overdosed|doesn'?t wake up)"
        ),
        (
            r"i (?:can'?t|cannot|cant) breathe(?: (?:help|and|please|my chest))|"
            r"(?:call|need) (?:911|999|112|an ambulance|the police)(?: \w+)*(?= *(?:[.!?]|$))"
        ),
        (
            r"(?:i'm|im|i am|we'?re|we are) (?:\w+ ){0,2}?(?:home )?alone (?:and|with) "
            r"(?:\w+ ){0,4}?(?:scared|bleeding|a stranger|someone is|there is someone|hurt|"
            r"no food|trapped)"
        ),
        (
            r"(?:being )?(?:forced|force|forcing|sold|selling|made) (?:me |us )?"
            r"(?:to (?:marry|get married|sell drugs|carry drugs|deliver drugs|work instead of)|"
            r"into (?:marriage|a marriage))"
        ),
    ),
)  # fmt: skip
