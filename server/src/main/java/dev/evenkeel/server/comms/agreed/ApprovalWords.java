package dev.evenkeel.server.comms.agreed;

import dev.evenkeel.server.approval.Lapse;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.comms.draft.Audience;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Spoken;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.tasks.Owner;
import java.util.stream.Collectors;

/** What is told of approvals, in the language and by the clock of who reads it. */
final class ApprovalWords {
  private final PublicSettings place;
  private final Audience reader;
  private final Words words;

  ApprovalWords(PublicSettings place, Audience reader) {
    this.place = place;
    this.reader = reader;
    this.words = Words.of(reader.language());
  }

  private String say(String word, Object... gaps) {
    return words.word("approval." + word).formatted(gaps);
  }

  private String title(Upgrade upgrade) {
    return say("title", upgrade.id(), upgrade.terms().title());
  }

  Draft asked(Upgrade upgrade, Standing standing) {
    Request request = standing.request();
    return new Draft(
        say("asked.subject", title(upgrade)),
        "%s\n\n%s\n%s\n\n%s\n"
            .formatted(
                say(
                    "asked",
                    request.by().name(),
                    say("kind." + request.kind().name()),
                    Spoken.at(request.from(), reader),
                    Spoken.at(request.until(), reader)),
                say("why", request.why()),
                say("needs", needs(standing)),
                say("look", where(request))));
  }

  Draft decided(Upgrade upgrade, Standing standing, Step step) {
    String state = say("state." + standing.state().name());
    return new Draft(
        "%s: %s".formatted(title(upgrade), state),
        "%s\n%s\n%s\n"
            .formatted(
                say(
                    "decided",
                    step.person(),
                    say("verdict." + step.verdict().name()),
                    step.insteadOf().map(of -> " " + say("insteadOf", of)).orElse(""),
                    state),
                step.comment().map("\n%s\n"::formatted).orElse(""),
                where(standing.request())));
  }

  /** That what was agreed to, or only asked for, is something else by now. */
  Draft lapsed(Upgrade upgrade, Standing standing, Lapse lapse) {
    boolean agreed = standing.byDecisions().state() == Standing.State.APPROVED;
    String which = agreed ? "lapsed" : "overtaken";
    return new Draft(
        say(which + ".subject", title(upgrade)),
        "%s\n\n%s\n\n%s%s\n"
            .formatted(
                say(which),
                standing.material().stream()
                    .map(this::difference)
                    .collect(Collectors.joining("\n")),
                lapse.by().map(by -> say("lapsed.by", by) + "\n\n").orElse(""),
                say("again", where(standing.request()))));
  }

  Draft ends(Upgrade upgrade, Standing standing) {
    Request request = standing.request();
    return new Draft(
        say("ends.subject", title(upgrade)),
        "%s\n\n%s\n"
            .formatted(
                say("ends", Spoken.at(request.until(), reader)), say("where", where(request))));
  }

  private String difference(Difference one) {
    return "- "
        + say(
            "difference",
            say("field." + one.field().name()),
            value(one.shownIs()),
            value(one.shownWas()));
  }

  /** Sentences that people wrote end within one of ours. */
  private String value(String shown) {
    return shown.equals(Difference.NOTHING) ? say("nothing") : shown.replaceFirst("\\.$", "");
  }

  private String needs(Standing standing) {
    return standing.lacking().stream().map(this::need).collect(Collectors.joining(", "));
  }

  private String need(Quorum.Need need) {
    return need.of()
        .map(of -> say("need." + of.kind().name(), need.count(), name(of)))
        .orElseGet(() -> say("need.ANYONE", need.count()));
  }

  private static String name(Owner of) {
    return of.kind() == Owner.Kind.ROLE ? of.name().replace('-', ' ') : of.name();
  }

  private String where(Request request) {
    return place.of(request.path()).orElseGet(() -> say("page", request.upgrade()));
  }
}
