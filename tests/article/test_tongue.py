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
