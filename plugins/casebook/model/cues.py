"""The cues of a collection: words that choose the indicator, scope and kind of money of a figure."""

from pydantic import Field

from casebook.model.values import Record, Text


class Rule(Record):
    """An indicator and its conditions; an empty condition always holds.

    `units`: names or families; `noun`: the counted noun; `before`, `after`: a word of the clause on that side;
    `unless`: a word that must not stand on either side, nor be the counted noun; `example`: a text for the rule.
    """

    indicator: Text = Field(description="指标的编号,见 indicators.yaml", examples=["volunteers"])
    units: tuple[Text, ...] = Field(min_length=1, description="单位或单位的种类", examples=["[people]"])
    noun: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    example: Text = Field(description="这条规则要认出的例子", examples=["79名志愿者"])


class Hint(Record):
    """The indicator that a unit, or a family of units, suggests if no rule holds."""

    indicator: Text = Field(description="指标的编号,见 indicators.yaml", examples=["households"])
    units: tuple[Text, ...] = Field(min_length=1, description="单位或单位的种类", examples=["[household]"])


class ScopeCue(Record):
    """A scope, and the words for it: right `beside` a figure, or before it in its `sentence`.

    `dated`: it is also the scope of a figure that is counted up to a day. `planned`: that of what is planned, as the
    engine reads it (data/plans.yaml).
    """

    scope: Text = Field(description="口径的编号,见 scopes.yaml", examples=["per-year"])
    beside: tuple[Text, ...] = ()
    sentence: tuple[Text, ...] = ()
    dated: bool = False
    planned: bool = False
    example: Text = Field(description="这一行要认出的例子", examples=["每年服务1000人次"])


class MoneyCue(Record):
    """A kind of money and the words for it; none of `unless` stands beside them. `planned`: it is not spent yet."""

    money: Text = Field(description="钱的性质的编号,见 money-kinds.yaml", examples=["raised"])
    words: tuple[Text, ...] = Field(min_length=1, description="说明它的词", examples=["[募, 捐]"])
    unless: tuple[Text, ...] = ()
    planned: bool = False
    example: Text = Field(description="这一行要认出的例子", examples=["募得善款5020元"])


class Cues(Record):
    """All cues; in each list the first that holds decides. Ids are those of the vocabulary.

    `otherwise` is the indicator of all other figures, or empty. `neutral` are nouns that can be counted but decide
    nothing, `soft` words may be part of a compound noun.
    """

    rules: tuple[Rule, ...] = ()
    hints: tuple[Hint, ...] = ()
    otherwise: Text | None = None
    neutral: tuple[Text, ...] = ()
    soft: tuple[Text, ...] = ()
    scopes: tuple[ScopeCue, ...] = ()
    money: tuple[MoneyCue, ...] = ()

    def hinted(self, unit: str) -> str:
        """The indicator that a unit or family suggests; empty if none does."""
        return next((hint.indicator for hint in self.hints if unit in hint.units), "")

    def is_planned(self, scope: str, money: str) -> bool:
        """Whether figures of a scope and a kind of money are of a plan."""
        scopes = any(cue.planned and cue.scope == scope for cue in self.scopes)
        return scopes or any(cue.planned and cue.money == money for cue in self.money)

    @property
    def nouns(self) -> frozenset[str]:
        """The words that can be counted."""
        return frozenset(self.neutral).union(*(rule.noun for rule in self.rules))

    @property
    def words(self) -> frozenset[str]:
        """Every word in a rule, and the nouns."""
        return self.nouns.union(*((*rule.before, *rule.after, *rule.unless) for rule in self.rules))
