"""The records of `site.yaml`, in which a collection describes itself."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from casebook.model.values import Name, Record, Slug, Text
from casebook.weblinks import checked_url
from casebook.wrong import Wrong

HOSTS = ("github.com", "gitee.com")  # whose pages for new files are known (views/form.py)


class NamedFacet(Record):
    """A facet of the collection, with the name that its readers know."""

    facet: Slug = Field(description="哪一种标签(固定编号)", examples=["themes"])
    name: Name = Field(description="网站上叫什么", examples=["主题"])
    note: Text = Field(description="一句话:这一种标签说的是什么", examples=["案例和方法谈的是什么事。"])


class Licence(Record):
    """Under what terms the texts of a collection may be used."""

    name: Name = Field(description="许可的名称", examples=["CC BY 4.0"])
    url: Annotated[str, AfterValidator(checked_url)] = Field(
        description="许可的网址", examples=["https://creativecommons.org/licenses/by/4.0/deed.zh-hans"]
    )
    note: Text = Field(description="半句话:可以怎样用", examples=["注明出处就可以转载、改编"])


def checked_mail(text: str) -> str:
    """Return `text` if it is the address of a mailbox, or empty; else raise Wrong."""
    if text:
        checked_url(f"mailto:{text}")
    return text


def checked_repository(text: str) -> str:
    """Return `text` if it is the address of a repository whose host has a page for new files, or empty."""
    if text and not re.fullmatch(rf"https://(?:{'|'.join(map(re.escape, HOSTS))})/[\w.-]+/[\w.-]+", text, re.ASCII):
        raise Wrong(
            f"“{text[:60]}” 不是代码仓库的网址", f"写成 https://{HOSTS[0]}/谁/哪个;认得的网站:{'、'.join(HOSTS)}"
        )
    return text


class Contribute(Record):
    """Where a case goes that was written in the browser; what is not there is not offered."""

    mail: Annotated[str, AfterValidator(checked_mail)] = Field(
        default="", description="收稿的邮箱", examples=["editors@example.org"]
    )
    repository: Annotated[str, AfterValidator(checked_repository)] = Field(
        default="", description="代码仓库的网址(GitHub 或 Gitee)", examples=["https://github.com/example/casebook"]
    )
    branch: Text = Field(default="main", description="提到哪个分支", examples=["main"])
    folder: Text = Field(default="content", description="内容在仓库的哪个文件夹", examples=["content"])


class SiteDescription(Record):
    """`site.yaml`: the name and description of the collection, its facets, and its main navigation.

    `navigation` has the first parts of addresses, in the order in which they are shown. `from_en` is told on the page
    in English, after how many cases and methods there are; `searches` are examples of what one may search for. With
    `evidence`, figures of cases without any are missed. `own_names` may be names of pages although many pages say them.
    """

    name: Name = Field(description="网站的名称", examples=["街坊案例库"])
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
    searches: tuple[Text, ...] = Field(default=(), description="可以搜什么,举几个例子", examples=["[停车, 议事协商]"])
    own_names: tuple[Text, ...] = Field(
        default=(),
        description="许多页都会写到、却真的只指一页的名称;不写在这里的常用话不能当名称",
        examples=["[对接会]"],
    )
    evidence: bool = Field(default=False, description="案例里的数字没有附出处要不要提醒", examples=["true"])
    contribute: Contribute = Field(default=Contribute(), description="写好的案例交到哪里;不写就只能下载和复制")
    licence: Licence | None = Field(default=None, description="文字按什么许可使用;不写就不提")
