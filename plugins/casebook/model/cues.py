"""The words of a collection that choose what a figure measures, which part of the whole it is, and what money."""

from pydantic import Field

from casebook.model.values import Record, Text


class Rule(Record):
    """An indicator and what must hold for it; an empty condition always holds.

    `units`: names or families; `noun`: what is counted; `before`, `after`: a word of the clause on that side;
    `unless`: a word that must not stand on either side, nor be what is counted; `example`: a text it is meant for.
    """

    indicator: Text = Field(description="指标的编号,见 indicators.yaml", examples=["volunteers"])
    units: tuple[Text, ...] = Field(min_length=1, description="单位或单位的种类", examples=["[people]"])
    noun: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    example: Text = Field(description="这条规则要认出的例子", examples=["79名志愿者"])


class Hint(Record):
    """The indicator that a unit, or a family of units, suggests where no rule holds."""

    indicator: Text = Field(description="指标的编号,见 indicators.yaml", examples=["households"])
    units: tuple[Text, ...] = Field(min_length=1, description="单位或单位的种类", examples=["[household]"])


class ScopeCue(Record):
    """A scope and the words right `beside` a figure, or before it in its `sentence`, that say it.

    `dated`: it is also the scope of a figure that is counted up to a day.
    """

    scope: Text = Field(description="口径的编号,见 scopes.yaml", examples=["per-year"])
    beside: tuple[Text, ...] = ()
    sentence: tuple[Text, ...] = ()
    dated: bool = False
    example: Text = Field(description="这一行要认出的例子", examples=["每年服务1000人次"])


class MoneyCue(Record):
    """A kind of money and the words that say it."""

    money: Text = Field(description="钱的性质的编号,见 money-kinds.yaml", examples=["raised"])
    words: tuple[Text, ...] = Field(min_length=1, description="说明它的词", examples=["[募, 捐]"])
    example: Text = Field(description="这一行要认出的例子", examples=["募得善款5020元"])


class Cues(Record):
    """All cues; of each list the first that holds decides. Ids are those of the vocabulary.

    `otherwise` is the indicator of every other figure; where it is empty, such a figure has none. `neutral` are nouns
    that decide nothing and can be what is counted, `soft` words that a compound noun may hold.
    """

    rules: tuple[Rule, ...] = ()
    hints: tuple[Hint, ...] = ()
    otherwise: Text | None = None
    neutral: tuple[Text, ...] = ()
    soft: tuple[Text, ...] = ()
    scopes: tuple[ScopeCue, ...] = ()
    money: tuple[MoneyCue, ...] = ()

    def hinted(self, unit: str) -> str:
        """The indicator that a unit or family suggests; empty where none does."""
        return next((hint.indicator for hint in self.hints if unit in hint.units), "")

    @property
    def nouns(self) -> frozenset[str]:
        """The words that can be what is counted."""
        return frozenset(self.neutral).union(*(rule.noun for rule in self.rules))

    @property
    def words(self) -> frozenset[str]:
        """Every word that a rule asks for, with the nouns."""
        return self.nouns.union(*((*rule.before, *rule.after, *rule.unless) for rule in self.rules))
