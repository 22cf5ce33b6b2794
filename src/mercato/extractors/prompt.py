"""What a model is told: the instructions, the annotation guide, and the article with what is known of it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from mercato.model.article import Article

Message = dict[str, str]


@cache
def guide() -> str:
    """The instructions and the guide: the same words for every article, so that an endpoint may keep them."""
    here = files("mercato") / "extractors"
    return "\n\n".join((here / name).read_text(encoding="utf-8") for name in ("instructions.txt", "annotation-guide.md"))


def messages(article: Article, telling: str) -> list[Message]:
    """The conversation about `article`, of which `telling` is the text without its noise."""
    facts = {"language": article.language, "published": str(article.published), "outlet": article.source}
    head = "\n".join(f"{name}: {value}" for name, value in facts.items() if value)
    return [{"role": "system", "content": guide()}, {"role": "user", "content": f"{head}\n\nThe article:\n\n{telling}"}]


def again(reason: str) -> Message:
    """What follows an answer that cannot be used."""
    return {"role": "user", "content": f"Your last answer could not be used: {reason}. Answer with one JSON object of the schema and nothing else."}
