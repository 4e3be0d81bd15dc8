# ruff: noqa: E501
from __future__ import annotations

import pytest

from build import tables
from dateline.article.tongue import build_tongue

tell = build_tongue(tables())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The ministers met on Monday in the old town to speak of the border and of the road that is to be built there.",
            "en",
        ),
        ("Gipfel in Wien", "en"),  # too short to tell
        ("Putin Abe Erdogan Merkel Hollande Obama Xi Modi Trudeau Renzi May Rajoy Tsipras Zaev Borisov", "en"),  # names only
        (
            "Los ministros se reunieron el lunes en la ciudad para hablar de la frontera y de los acuerdos que se firmaron en el mes de mayo.",
            "es",
        ),
        (
            "Les ministres se sont réunis lundi dans la ville pour parler de la frontière et des accords qui ont été signés au mois de mai.",
            "fr",
        ),
        (
            "Os ministros se reuniram na segunda-feira na cidade para falar da fronteira e dos acordos que foram assinados no mês de maio.",
            "pt",
        ),
        (
            "Bakanlar pazartesi günü sınır hakkında konuşmak için bir araya geldi ve bu anlaşma ile yeni bir dönem olarak çok daha iyi bir yol açıldı.",
            "tr",
        ),
        (
            "Ulkoministerit tapasivat maanantaina Helsingissä ja keskustelivat rajan tilanteesta. Pääministerin mukaan sopimus allekirjoitetaan ensi viikolla, mutta neuvottelut eivät ole vielä päättyneet.",
            "fi",
        ),
        (
            "A külügyminiszterek hétfőn találkoztak Budapesten, hogy a határ helyzetéről tárgyaljanak. A kormányfő szerint a megállapodást jövő héten írják alá.",
            "hu",
        ),
        (
            "Välisministrid kohtusid esmaspäeval Tallinnas ja arutasid olukorda piiril. Peaministri sõnul allkirjastatakse leping järgmisel nädalal, kuid läbirääkimised ei ole veel lõppenud.",
            "et",
        ),
        (
            "Ministrai pirmadienį susitiko mieste ir kalbėjo apie padėtį prie sienos bei apie sutartis, kurios buvo pasirašytos gegužę, tačiau derybos dar nesibaigė.",
            "lt",
        ),
        (
            "De ministers kwamen maandag in de stad bijeen om te spreken over de grens en de akkoorden die in mei werden getekend.",
            "nl",
        ),
        ("Ministrarna möttes i måndags i staden för att tala om gränsen och om de avtal som undertecknades i maj.", "sv"),
        (
            "Ministrowie spotkali się w poniedziałek w mieście, aby rozmawiać o granicy i o umowach, które podpisano w maju.",
            "pl",
        ),
        (
            "Para menteri bertemu pada hari Senin di kota itu untuk membahas perbatasan dan perjanjian yang ditandatangani bulan Mei.",
            "id",
        ),
        ("Ministři se sešli v pondělí ve městě, aby hovořili o hranici a o dohodách, které byly podepsány v květnu.", "cs"),
        (
            "Talks stall in Rome; Envoys leave Oslo early; Border closed near Basra; Ministers quit Kabul; Prices climb; Storm nears Manila",
            "en",
        ),
        ("Министры встретились в понедельник в городе, чтобы обсудить положение на границе.", "ru"),
        ("Міністри зустрілися в понеділок у місті, щоб обговорити становище на кордоні їхніх країн.", "uk"),
        ("التقى الوزيران يوم الاثنين في المدينة لبحث الوضع على الحدود بين البلدين.", "ar"),
        ("وزیران روز دوشنبه برای گفتگو درباره وضعیت مرز در شهر دیدار کردند و پیمان گذاشتند.", "fa"),
        ("部长们星期一在城里会面，讨论两国边境的局势和春天开始的谈判。", "zh"),
        ("閣僚は月曜日に町で会談し、国境の情勢について話し合いました。", "ja"),
        ("", "en"),
    ],
)
def test_tells_a_language(text: str, code: str) -> None:
    assert tell(text) == code
