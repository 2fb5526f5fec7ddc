"""The records of `site.yaml`, in which a collection describes itself."""

from pydantic import Field

from casebook.model.values import Record, Slug, Text


class NamedFacet(Record):
    """A facet of the collection, with the name that its readers know."""

    facet: Slug = Field(description="哪一种标签(固定编号)", examples=["themes"])
    name: Text = Field(description="网站上叫什么", examples=["主题"])
    note: Text = Field(description="一句话:这一种标签说的是什么", examples=["案例和方法谈的是什么事。"])


class SiteDescription(Record):
    """`site.yaml`: the name and description of the collection, its facets, and its main navigation.

    `navigation` has the first parts of addresses, in the order in which they are shown. `from_en` is told on the page
    in English, after how many cases and methods there are.
    """

    name: Text = Field(description="网站的名称", examples=["街坊案例库"])
    description: Text = Field(description="一两句话:这里有什么", examples=["看看街坊邻里怎样一起把事办成。"])
    from_en: str = Field(default="", description="英文一页开头用英文写的出处", examples=["from Chinese neighbourhoods"])
    facets: tuple[NamedFacet, ...] = Field(
        min_length=1,
        description="这个案例库用哪几种标签",
        examples=["- {facet: themes, name: 主题, note: 谈的是什么事。}"],
    )
    navigation: tuple[Slug, ...] = Field(
        min_length=1, description="主要栏目:网址的第一段", examples=["[cases, methods, themes, search]"]
    )
