"""Finding by words in many languages: bees, bread, the moon and volcanoes, asked for in other forms."""

import pytest
from shelves import shelved

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.language import Analyser, fold, language_of, language_of_all
from tutor.retrieval.passage import Passage, StoredDocument

# language → for each topic a paragraph and a question about it, in this order:
TOPICS = ("bees", "bread", "moon", "volcano")
TEXTS = {
    "en": (
        ("Bees carry pollen from flower to flower and make honey in their hive.", "Who makes honey?"),
        ("A baker kneads flour and water into dough and bakes it in the oven.", "What is kneaded for baking?"),
        ("The moon moves around the earth and shines with the light of the sun.", "Where does moonlight come from?"),
        ("A volcano throws out hot rock that came up from deep below.", "What do volcanoes throw?"),
    ),
    "es": (
        ("Las abejas llevan el polen de flor en flor y hacen miel en la colmena.", "¿Qué animal hace la miel en colmenas?"),
        ("El panadero amasa harina con agua y cuece la masa en el horno.", "¿Con qué se amasa el pan?"),
        ("La luna gira alrededor de la tierra y refleja la luz del sol.", "¿Alrededor de qué giran las lunas?"),
        ("Un volcán arroja roca fundida que sube desde las profundidades.", "¿Qué arrojan los volcanes?"),
    ),
    "de": (
        ("Bienen tragen Blütenstaub von Blume zu Blume und machen Honig im Stock.", "Woraus machen sie Bienenhonig?"),
        ("Der Bäcker knetet Mehl und Wasser zu einem Teig und backt ihn im Ofen.", "Wie wird ein Brotteig geknetet?"),
        ("Der Mond läuft um die Erde und leuchtet mit dem Licht der Sonne.", "Woher kommt das Mondlicht?"),
        ("Ein Vulkan schleudert heißes Gestein aus der Tiefe empor.", "Was schleudern Vulkane?"),
    ),
    "fr": (
        ("Les abeilles portent le pollen de fleur en fleur et font du miel dans la ruche.", "Que portent les abeilles ?"),
        ("Le boulanger pétrit la farine avec de l'eau et cuit la pâte au four.", "Avec quoi pétrit-on la farine ?"),
        ("La lune tourne autour de la terre et renvoie la lumière du soleil.", "Quelle lumière renvoient les lunes ?"),
        ("Un volcan rejette des roches brûlantes venues des profondeurs.", "Que rejettent les volcans ?"),
    ),
    "ro": (
        ("Albinele duc polenul din floare în floare și fac miere în stup.", "Cine face mierea?"),
        ("Brutarul frământă făina cu apă și coace aluatul în cuptor.", "Ce se coace în cuptoare?"),
        ("Luna se rotește în jurul pământului și reflectă lumina soarelui.", "Ce lumină reflectă luna?"),
        ("Un vulcan aruncă roci fierbinți din adâncuri.", "Ce aruncă vulcanii?"),
    ),
    "tr": (
        ("Arılar çiçekten çiçeğe polen taşır ve kovanda bal yapar.", "Polenleri kim taşıyor?"),
        ("Fırıncı unu suyla yoğurur ve hamuru fırında pişirir.", "Hamurun pişirildiği yer neresi?"),
        ("Ay dünyanın çevresinde döner ve güneşin ışığını yansıtır.", "Güneş ışığını ne yansıtıyor?"),
        ("Bir yanardağ derinlerden gelen sıcak kayaları fırlatır.", "Yanardağlar ne fırlatıyor?"),
    ),
    "vi": (
        ("Ong mang phấn từ hoa này sang hoa khác và làm mật trong tổ.", "Con gì làm mật ong?"),
        ("Người thợ nhào bột mì với nước rồi nướng bánh trong lò.", "Bánh được nướng ở đâu?"),
        ("Mặt trăng quay quanh trái đất và phản chiếu ánh sáng mặt trời.", "Cái gì quay quanh trái đất?"),
        ("Núi lửa phun ra đá nóng từ sâu dưới lòng đất.", "Núi lửa phun ra gì?"),
    ),
    "ru": (
        ("Пчёлы переносят пыльцу с цветка на цветок и делают мёд в улье.", "Кто делает мед?"),
        ("Пекарь месит тесто из муки и воды и печёт хлеб в печи.", "Из чего замешивают тесто для хлеба?"),
        ("Луна вращается вокруг Земли и отражает свет Солнца.", "Чей свет отражается луной?"),
        ("Вулкан выбрасывает горячие камни из глубины.", "Что выбрасывают вулканы?"),
    ),
    "el": (
        ("Οι μέλισσες μεταφέρουν γύρη από λουλούδι σε λουλούδι και φτιάχνουν μέλι.", "Ποιος φτιάχνει το μέλι;"),
        ("Ο φούρναρης ζυμώνει αλεύρι με νερό και ψήνει το ψωμί στον φούρνο.", "Πού ψήνεται το ψωμί;"),
        ("Το φεγγάρι γυρίζει γύρω από τη γη και αντανακλά το φως του ήλιου.", "Τι αντανακλούν τα φεγγάρια;"),
        ("Ένα ηφαίστειο εκτοξεύει καυτούς βράχους από τα βάθη.", "Τι εκτοξεύουν τα ηφαίστεια;"),
    ),
    "ar": (
        ("ينقل النحل حبوب اللقاح من زهرة إلى زهرة ويصنع العسل في الخلية.", "من يصنع عسلا؟"),
        ("يعجن الخباز الطحين بالماء ثم يخبز العجين في الفرن.", "ماذا نعجن بالماء؟"),
        ("يدور القمر حول الأرض ويعكس ضوء الشمس.", "ما الذي يدور حول الارض؟"),
        ("يقذف البركان صخورا ساخنة من الأعماق.", "ماذا تقذف البراكين؟"),
    ),
    "hi": (
        ("मधुमक्खियाँ फूल से फूल तक पराग ले जाती हैं और छत्ते में शहद बनाती हैं।", "शहद कौन बनाता है?"),
        ("नानबाई आटे को पानी से गूँथता है और तंदूर में रोटी पकाता है।", "रोटियाँ कहाँ पकती हैं?"),
        ("चंद्रमा पृथ्वी के चारों ओर घूमता है और सूर्य का प्रकाश लौटाता है।", "चंद्रमा किसके चारों ओर घूमता है?"),
        ("ज्वालामुखी गहराई से गर्म चट्टानें बाहर फेंकता है।", "ज्वालामुखियों से क्या निकलता है?"),
    ),
    "th": (
        ("ผึ้งพาละอองเกสรจากดอกไม้หนึ่งไปอีกดอกหนึ่งและทำน้ำผึ้งในรัง", "ใครทำน้ำผึ้ง"),
        ("คนทำขนมปังนวดแป้งกับน้ำแล้วอบในเตา", "แป้งอบที่ไหน"),
        ("ดวงจันทร์โคจรรอบโลกและสะท้อนแสงอาทิตย์", "อะไรโคจรรอบโลก"),
        ("ภูเขาไฟพ่นหินร้อนออกมาจากใต้ดินลึก", "ภูเขาไฟพ่นอะไร"),
    ),
    "zh": (
        ("蜜蜂把花粉从一朵花带到另一朵花，并在蜂巢里酿蜜。", "谁在酿蜜？"),
        ("面包师把面粉和水揉成面团，放进烤炉里烤。", "面团放在哪里烤？"),
        ("月球绕着地球转，反射太阳的光。", "月亮反射什么光？"),
        ("火山从地底深处喷出炽热的岩石。", "火山喷出什么？"),
    ),
    "ja": (
        ("ミツバチは花から花へ花粉を運び、巣で蜂蜜を作ります。", "蜂蜜を作るのは何ですか"),
        ("パン職人は小麦粉と水をこねて、かまどでパンを焼きます。", "パンはどこで焼きますか"),
        ("月は地球のまわりを回り、太陽の光を反射します。", "地球のまわりを回るのは何ですか"),
        ("火山は地下深くから熱い岩を噴き出します。", "火山は何を噴き出しますか"),
    ),
}  # fmt: skip


def passages(*languages: str) -> list[Passage]:
    made: list[Passage] = []
    for language in languages:
        for topic, (text, _) in zip(TOPICS, TEXTS[language], strict=True):
            name = f"{language}-{topic}"
            document = StoredDocument(
                id=DocumentId(name), course=CourseId("c"), title="", path="", digest="", text=text
            )
            made += passages_of(document)
    return made


def found(held: list[Passage], query: str, language: str = "") -> str:
    view = shelved(held, language).view
    scores = view.score(view.mended(query)).score
    return view.lines.lines[int(scores.argmax())].document if scores.max() > 0 else ""


@pytest.mark.parametrize("language", TEXTS)
def test_the_right_paragraph_is_found_in_its_language(language: str) -> None:
    held = passages(language)
    for topic, (_, question) in zip(TOPICS, TEXTS[language], strict=True):
        assert found(held, question, language) == f"{language}-{topic}", question


def test_in_a_course_of_many_languages_each_is_found() -> None:
    held = passages(*TEXTS)
    assert shelved(held, "").language == "mul"
    missed = [
        question
        for language, rows in TEXTS.items()
        for topic, (_, question) in zip(TOPICS, rows, strict=True)
        if found(held, question) != f"{language}-{topic}"
    ]
    assert len(missed) <= 4, missed  # of 56: without stems some inflected words are lost


def test_a_course_has_the_language_of_most_of_its_texts() -> None:
    spanish = [text for text, _ in TEXTS["es"]]
    assert language_of_all(spanish) == "es"
    assert language_of_all([*spanish, "$a + b = c$"]) == "es"
    assert language_of_all([*spanish, *(text for text, _ in TEXTS["ru"])]) == "mul"
    assert language_of_all([]) == "en"


@pytest.mark.parametrize("language", ["es", "de", "fr", "tr", "vi", "ru", "el", "ar", "hi", "th", "zh", "ja"])  # fmt: skip
def test_languages_are_told_apart_without_a_model(language: str) -> None:
    assert language_of(" ".join(text for text, _ in TEXTS[language])) == language


def test_vowel_signs_belong_to_their_word() -> None:
    assert Analyser("hi").words("कोशिका जीवन").raw == ("कोशिका", "जीवन")


def test_what_people_write_alike_is_alike() -> None:
    assert fold("мёд") == fold("мед")
    assert fold("الأرض") == fold("الارض")
    assert fold("İstanbul") == fold("istanbul")


def test_a_word_of_a_single_sign_is_found_in_chinese() -> None:
    assert found(passages("zh"), "蜜", "zh") == "zh-bees"
