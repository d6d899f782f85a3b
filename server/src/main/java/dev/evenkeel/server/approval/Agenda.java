package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import dev.evenkeel.server.plan.UpgradeAspect.Look;
import dev.evenkeel.server.shared.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells of what waits for agreement all that the board needs to decide on it. */
@Component
public class Agenda {
  /** The part that tells of approvals; here it would only repeat itself. */
  private static final String OWN_TAB = "approval";

  /** No board decides on more in one meeting, and all of it is told of each. */
  public static final int MOST = 40;

  private final ApprovalBook book;
  private final ObjectProvider<UpgradeAspect> aspects;

  Agenda(ApprovalBook book, ObjectProvider<UpgradeAspect> aspects) {
    this.book = book;
    this.aspects = aspects;
  }

  /** What waits now, as it is now; of many those whose windows end first. */
  public List<AgendaItem> now() {
    List<AgendaItem> items = new ArrayList<>();
    for (ApprovalBook.Case one : book.waiting().stream().limit(MOST).toList()) {
      items.add(
          new AgendaItem(
              items.size() + 1,
              one.standing().request().id(),
              one.upgrade().id(),
              told(one.upgrade(), one.standing()),
              Optional.empty()));
    }
    return items;
  }

  private AgendaItem.Told told(Upgrade upgrade, Standing standing) {
    Request request = standing.request();
    var terms = upgrade.terms();
    List<Look> looks =
        aspects
            .orderedStream()
            .filter(one -> one.tabs().stream().noneMatch(tab -> tab.path().equals(OWN_TAB)))
            .map(one -> one.look(upgrade))
            .toList();
    Stream<AgendaItem.Line> own =
        Stream.of(
            line(
                "Change",
                "%s: %s → %s"
                    .formatted(String.join(", ", terms.systems()), terms.from(), terms.to())),
            line("Why now", terms.why().isBlank() ? "nobody has written it down" : terms.why()),
            line("May begin", Moments.span(request.from(), request.until())),
            line("Way back", terms.wayBack().orElse("nobody has written it down")));
    Stream<AgendaItem.Line> others =
        looks.stream()
            .flatMap(look -> look.answers().stream())
            .map(answer ->
                new AgendaItem.Line(
                    answer.question(),
                    answer.more().isBlank() ? answer.says() : answer.says() + ", " + answer.more(),
                    answer.tone()));
    return new AgendaItem.Told(
        upgrade.id().value(),
        terms.title(),
        request.kind().word(),
        request.why(),
        Stream.of(
                own,
                others,
                Stream.of(
                    line("Asked for by", request.by().name()),
                    line("Needs", request.quorum().words())))
            .flatMap(lines -> lines)
            .toList(),
        looks.stream()
            .flatMap(look -> look.blockers().stream())
            .map(UpgradeAspect.Blocker::says)
            .toList(),
        String.join(" and ", standing.missing()));
  }

  private static AgendaItem.Line line(String question, String says) {
    return new AgendaItem.Line(question, says, "");
  }
}
