package dev.evenkeel.e2e.people;

import com.microsoft.playwright.Locator;

/** What people are told of an upgrade. */
public record Messages(Assignment of) {

  /** The administrator makes a channel that ends at an address. */
  public static void channel(Colleague administrator, String name, String address) {
    administrator
        .go("/settings/channels/new?kind=webhook")
        .fill("name", name)
        .fill("address", address)
        .fill("audience", "everybody")
        .save();
    administrator.go("/settings/channels").sees(name);
  }

  /** The plan as it is proposed, with somebody who speaks, approved and given to everybody. */
  public void givenOut(Colleague by, String channel) {
    by.go(of.path() + "/messages");
    by.page().locator("summary").getByText("Who speaks, how often").click();
    by.fill("communicator", by.name())
        .fill("speaker", by.name())
        .fill("contact", "the desk, 42")
        .choose("live", channel);
    by.page().locator("form:has([name=beatMinutes]) button").click();
    by.seesNothingWrong().press("Approve all").seesNothingWrong();
    by.press("Give it out").seesNothingWrong().sees("The plan was given to everybody");
  }

  /**
   * It happens earlier than planned, and nobody needs notice: the communicator answers for that.
   */
  public void noticeSkipped(Colleague by, String reason) {
    by.go(of.path() + "/messages");
    Locator notice =
        by.page().locator("ul.planned > li:has(> .row b:text-is('Advance notice'))").first();
    notice.locator("summary").getByText("Edit or decide").click();
    Locator skip = notice.locator("form[action$='/skip']");
    skip.locator("[name=reason]").fill(reason);
    skip.locator("button").click();
    by.seesNothingWrong();
  }
}
