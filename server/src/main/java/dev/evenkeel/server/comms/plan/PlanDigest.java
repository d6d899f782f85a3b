package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.shared.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A fingerprint of what a plan tells people. It is kept for years, so it is made over named fields
 * in a fixed order, each with its length; how records print themselves has no part in it.
 */
final class PlanDigest {
  private final StringBuilder text = new StringBuilder("evenkeel message plan 1\n");

  private PlanDigest() {}

  /** What was decided of a message, by whom and when, does not count. */
  static String of(PlanTerms terms, List<Planned> messages) {
    var digest = new PlanDigest();
    digest
        .field("communicator", terms.communicator())
        .field("beat", terms.beat())
        .field("live", terms.live())
        .field("speaker", terms.speaker())
        .field("contact", terms.contact())
        .field("feedback", terms.feedback())
        .field("changes", terms.changes())
        .field("known-issues", terms.knownIssues())
        .field("zone", terms.zone())
        .field("open", terms.open())
        .field("open-title", terms.openTitle());
    messages.stream()
        .sorted(Comparator.comparingInt(Planned::number))
        .forEach(one ->
            digest
                .field("message", one.number())
                .field("occasion", one.occasion().name())
                .field("basis", one.basis().name())
                .field("offset", one.offset())
                .field("detail", one.detail().name())
                .field("channel", one.channel())
                .field("language", one.language().word())
                .field("zone", one.zone())
                .field("owner", one.owner())
                .field("wording", one.wording())
                .field("open", one.open()));
    return Sha256.hexOf(digest.text.toString());
  }

  private PlanDigest field(String name, Optional<?> value) {
    return value.isPresent() ? field(name, value.get()) : this;
  }

  private PlanDigest field(String name, Object value) {
    String said = value.toString();
    text.append(name).append(' ').append(said.length()).append(' ').append(said).append('\n');
    return this;
  }
}
