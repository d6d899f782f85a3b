package dev.evenkeel.server.comms.draft;

import java.util.Arrays;
import java.util.Optional;

/** What may be known of an upgrade and its run. Wordings name it by its word. */
public enum Known {
  TITLE("title", "what the upgrade is called"),
  SYSTEMS("systems", "the systems, as people call them"),
  FROM("from", "the version it comes from"),
  TO("to", "the version it goes to"),
  WHY("why", "why now"),
  DAY("day", "the day of go-live"),
  START("start", "when the window begins, if the hour is known"),
  END("end", "when the window ends, if the hour is known"),
  DOWNTIME("downtime", "how long the systems are expected to be away"),
  OWNER("owner", "who answers for it"),
  WAY_BACK("wayBack", "how one gets back"),
  BACK("back", "how long the way back took in the rehearsal"),
  COMMUNICATOR("communicator", "who keeps people informed while it runs"),
  SPEAKER("speaker", "who speaks to customers in a crisis"),
  CONTACT("contact", "whom to ask"),
  FEEDBACK("feedback", "where to say how it works"),
  CHANGES("changes", "what changes for people"),
  KNOWN_ISSUES("knownIssues", "what is known not to work yet"),
  PAGE("page", "the address of the upgrade or run"),
  STATUS_PAGE("statusPage", "the address of the public status page, if the upgrade is on it"),
  STATE("state", "where the run stands"),
  GOES_BACK("goesBack", "there when the run is on its way back"),
  IS_BACK("isBack", "there when the run is back at what was before"),
  REASON("reason", "why it waits, goes back or ended"),
  NO_ISSUES("noIssues", "there when it goes forward and the last verdict is healthy"),
  WAVE("wave", "which wave is under way"),
  WAVES("waves", "how many there are"),
  VERDICT("verdict", "the last verdict"),
  VERDICT_AT("verdictAt", "when it was given"),
  BEGAN("began", "when the run began"),
  SINCE("since", "since when it waits or goes back"),
  ENDED("ended", "when it ended"),
  TOOK("took", "how long it took"),
  NEXT_UPDATE("nextUpdate", "by when the next message comes"),
  BY_MACHINE("byMachine", "there when no person writes it"),
  LAST_BEAT("lastBeat", "when a message about it was sent last");

  private final String word;
  private final String says;

  Known(String word, String says) {
    this.word = word;
    this.says = says;
  }

  public String word() {
    return word;
  }

  public String says() {
    return says;
  }

  static Optional<Known> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }
}
