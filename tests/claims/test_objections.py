"""Who stands against a move: which move it is about, of what kind it is, and the words that say it."""

from __future__ import annotations

from pytest import mark
from shipped import moves, reading

from mercato.claims.discourse import TOGETHER, Part, Statement
from mercato.claims.groups import Group
from mercato.claims.masked import Masked
from mercato.claims.objections import objections
from mercato.languages.pack import pack
from mercato.languages.pattern import Match
from mercato.model.article import BlockKind, Span
from mercato.model.claim import Against, Named, Stage

ISAK, LIVERPOOL, CHELSEA = Named("Alexander Isak"), Named("Liverpool"), Named("Chelsea")
MASKED = Masked("", 0, BlockKind.BODY, 0, ["PERSON"], [0], [1], {}, {})


def statement(frame: str, to: Named | None, stage: Stage | None = None, person: Named = ISAK, masked: Masked = MASKED) -> Statement:
    frames = {f.name: f for f in pack("en").frames} | {"together": TOGETHER}
    club = Part(to, Span(0, 1), "said") if to else None
    return Statement(masked, Match(0, 1), frames[frame], stage, Part(person, Span(0, 1), "said"), club, None)


def move(to: Named, *said: Statement, heard: tuple[Statement, ...] = ()) -> Group:
    return Group(ISAK, to, renewal=False, statements=list(said), heard=heard)


def test_nothing_is_asked_where_nothing_speaks_against_a_move() -> None:
    wanted = move(LIVERPOOL, statement("together", LIVERPOOL, Stage.LINKED))
    assert objections(wanted, [wanted], "en") == []


def test_the_evidence_is_of_the_kind_asked_about_and_of_this_move_first() -> None:
    refusal, other = statement("not-for-sale", LIVERPOOL), statement("not-for-sale", CHELSEA)
    heard = (other, statement("buyer-out", LIVERPOOL, Stage.LINKED), refusal)
    wanted = move(LIVERPOOL, statement("together", LIVERPOOL, Stage.LINKED), heard=heard)
    said = {o.against: o for o in objections(wanted, [wanted], "en")}
    assert said.keys() == set(Against), "the same words may stand for any kind"
    assert said[Against.SELLER].statement is refusal
    assert said[Against.SELLER].shown["its"] == said[Against.SELLER].shown["his elsewhere"] == 1
    assert said[Against.BUYER].statement is heard[1]


def test_he_who_has_gone_elsewhere_may_have_turned_this_club_down() -> None:
    signed = statement("joins", CHELSEA, Stage.DONE)
    wanted, done = move(LIVERPOOL, statement("together", LIVERPOOL, Stage.LINKED)), move(CHELSEA, signed)
    raised = objections(wanted, [wanted, done], "en")
    assert [o.against for o in raised] == [Against.PERSON, Against.OFF]
    assert all(o.statement is signed and o.shown["gone"] for o in raised)
    assert objections(done, [wanted, done], "en") == []


@mark.parametrize(
    ("text", "lang", "against"),
    [
        ("Liverpool want Alexander Isak of Newcastle United. Newcastle United have told Liverpool that Isak is not for sale.", "en", "seller"),
        ("Jadon Sancho has rejected a move to Juventus.", "en", "person"),
        ("Der FC Bayern will Nick Woltemade vom VfB Stuttgart. Der VfB Stuttgart hat das Angebot der Bayern für Woltemade abgelehnt.", "de", "seller"),
        ("Paulo Dybala ha detto no al Galatasaray.", "it", "person"),
    ],
)
def test_who_stands_against_a_move_is_said_with_the_words_for_it(text: str, lang: str, against: str) -> None:
    claims = [c for c in reading(text, lang).claims if against in c.against]
    assert claims, "somebody stands against it"
    assert {e.field for c in claims for e in c.evidence} >= {f"against {against}"}


@mark.parametrize(("lang", "text"), [
    ("en", "Arsenal will not sell Marek Hradil."),
    ("de", "Marek Hradil ist bei Arsenal unverkäuflich."),
    ("es", "El Betis no quiere vender a Marek Hradil."),
    ("fr", "Metz ne veut pas vendre Marek Hradil."),
    ("it", "Marek Hradil è incedibile per il Milan."),
    ("pt", "O Benfica fecha a porta à saída de Marek Hradil."),
])  # fmt: skip
def test_whom_his_club_will_not_sell_does_not_join_it(lang: str, text: str) -> None:
    assert not [move for move in moves(text, lang) if not move.endswith("> ?")]
