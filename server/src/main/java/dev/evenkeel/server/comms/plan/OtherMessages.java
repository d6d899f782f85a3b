package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What was told about an upgrade outside of its plan of messages: to its team about the kick-off,
 * and by people with the command line or a program. What others tell of by themselves – words while
 * it runs, automations, approvals – is left to them.
 */
@Component
class OtherMessages implements FactSource {
  private static final Pattern KICK_OFF = Pattern.compile("kick-off/\\d+/.+");
  private static final Pattern OF_OTHERS =
      Pattern.compile("(upgrade/\\d+/plan|run/[^/]+/|rule/|approval/|task|remind).*");

  private final Outbox outbox;

  OtherMessages(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    List<Posted> all = outbox.of("/upgrades/" + upgrade.id());
    return Stream.concat(kickOffs(all), single(all));
  }

  private static boolean isKickOff(Posted one) {
    return KICK_OFF.matcher(one.message().key()).matches();
  }

  /** Letters that left together are told together. */
  private static Stream<Fact> kickOffs(List<Posted> all) {
    record Round(Instant minute, String by) {}
    Map<Round, List<Posted>> rounds = new LinkedHashMap<>();
    all.stream()
        .filter(OtherMessages::isKickOff)
        .forEach(one ->
            rounds
                .computeIfAbsent(
                    new Round(
                        one.postedAt().truncatedTo(ChronoUnit.MINUTES),
                        one.message().actor().name()),
                    _ -> new ArrayList<>())
                .add(one));
    return rounds.values().stream().map(OtherMessages::round);
  }

  private static Fact round(List<Posted> letters) {
    Posted last = letters.getFirst();
    long failed = letters.stream().filter(one -> one.state() == MessageState.FAILED).count();
    return new Fact(
        "kick-off-told",
        Optional.of(last.postedAt()),
        Optional.of(last.message().actor().name()),
        "'%s' was written to %d %s of the team%s"
            .formatted(
                last.message().subject(),
                letters.size(),
                letters.size() == 1 ? "member" : "members",
                failed == 0 ? "." : "; %d did not arrive.".formatted(failed)),
        last.message().about(),
        failed == 0);
  }

  private static Stream<Fact> single(List<Posted> all) {
    return all.stream()
        .filter(one -> !isKickOff(one))
        .filter(one -> !OF_OTHERS.matcher(one.message().key()).matches())
        .map(one ->
            new Fact(
                "message-besides",
                Optional.of(one.postedAt()),
                Optional.of(one.message().actor().name()),
                "'%s' was told to %s outside of the plan%s"
                    .formatted(one.message().subject(), one.channelName(), became(one)),
                "/messages/" + one.id(),
                one.state() != MessageState.FAILED));
  }

  private static String became(Posted one) {
    return one.state() == MessageState.SENT ? "." : ": %s.".formatted(one.state().word());
  }
}
