package dev.evenkeel.server.approval;

import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Moments;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Within which window others were asked to agree, for the documents. */
@Component
@Order(30)
class ApprovalPassages implements ChapterSource {
  private final ApprovalBook book;

  ApprovalPassages(ApprovalBook book) {
    this.book = book;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    Optional<String> window =
        book.current(upgrade)
            .filter(one ->
                one.state() == Standing.State.APPROVED || one.state() == Standing.State.WAITING)
            .map(one ->
                "may begin from %s: %s"
                    .formatted(
                        Moments.span(one.request().from(), one.request().until()),
                        one.state().words()));
    String path = "/upgrades/%s/approval".formatted(upgrade.id());
    return Stream.of(Heading.TIME, Heading.WHEN)
        .map(heading -> Passage.said(heading, "Window", window, path));
  }
}
