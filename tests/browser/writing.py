"""What one does who writes in the form: goes from question to question, answers, hands it in."""

from playwright.sync_api import Page, expect

FORM = "contribute/form/"
READY = "没有网也能写"
STAY = "addEventListener('click', (e) => e.target.closest('a[target=_blank]') && e.preventDefault())"
MOST = 40  # questions


def opened(page: Page) -> None:
    """The form, where all that checks has come."""
    page.goto(FORM)
    ready(page)


def ready(page: Page) -> None:
    expect(page.locator("#form-core")).to_contain_text(READY, timeout=60_000)


def unread(page: Page) -> None:
    """Nothing that checks comes, until the route is taken away: to start it takes seconds."""
    page.route("**/form/manifest.json", lambda route: None)


def emptied(page: Page) -> None:
    """All that was written is gone, and what was read of it."""
    page.locator(".form__list").evaluate("(one) => (one.open = true)")
    page.locator("#form-anew").click()
    page.locator("#form-anew").click()  # asked again first
    at(page, "start")
    expect(page.locator(".ask__figure")).to_have_count(0)


def at(page: Page, question: str) -> None:
    """The question is in sight, and it alone."""
    expect(page.locator(".ask:visible")).to_have_attribute("data-id", question)


def go(page: Page, question: str) -> None:
    """To a question, by the list of all."""
    page.locator(".form__list").evaluate("(one) => (one.open = true)")
    title = page.locator(f"#ask-{question}-question").text_content() or ""
    page.locator("#form-list .form__jump").filter(has_text=title).click()
    at(page, question)


def on(page: Page) -> None:
    page.locator("#form-next").click()


def on_to(page: Page, question: str) -> None:
    """On past what has no answer."""
    for _ in range(MOST):
        if page.locator(".ask:visible").get_attribute("data-id") == question:
            return
        on(page)
    at(page, question)


def pick(page: Page, *terms: str) -> None:
    for term in terms:
        page.locator(".ask:visible").get_by_label(term, exact=True).check()


def fill(page: Page, part: str, text: str, row: int = 0) -> None:
    page.locator(f'.ask:visible [data-part="{part}"]').nth(row).fill(text)


def followed(page: Page, name: str) -> str:
    """The address to which a link would lead that is made when it is followed."""
    link = page.get_by_role("link", name=name)
    link.click()
    return link.get_attribute("href") or ""
