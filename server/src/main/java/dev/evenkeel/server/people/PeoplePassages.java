package dev.evenkeel.server.people;

import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With whom, for the documents. */
@Component
@Order(20)
class PeoplePassages implements ChapterSource {
  private final TeamBook book;
  private final EstateBook estate;

  PeoplePassages(TeamBook book, EstateBook estate) {
    this.book = book;
    this.estate = estate;
  }

  @Override
  public Stream<Passage> of(Upgrade upgrade) {
    TeamState state = book.of(upgrade.id());
    String path = "/upgrades/%s/%s".formatted(upgrade.id(), PeopleAspect.PATH);
    return Stream.of(
        new Passage(
            Heading.WHO,
            new Table(
                "Team",
                List.of("Part", "Who", "Stands in", "Duty"),
                state.team().members().stream()
                    .map(one ->
                        List.of(
                            one.role().title(),
                            estate.called(one.person()),
                            one.standIn().map(estate::called).orElse(""),
                            one.role().duties()))
                    .toList())),
        new Passage(
            Heading.PEOPLE,
            new Table(
                state.proposed() ? "Chart of duties, proposed" : "Chart of duties",
                List.of("Task", "Does it", "Answers for it", "Asked"),
                state.duties().rows().stream()
                    .map(row ->
                        List.of(
                            row.task(),
                            roles(row, Letter.R, Letter.AR),
                            roles(row, Letter.A, Letter.AR),
                            roles(row, Letter.C, Letter.C)))
                    .toList())),
        new Passage(
            Heading.PEOPLE,
            new Points(
                "Missing before the team is ready",
                false,
                state.gaps().stream().map(TeamState.Gap::says).toList())),
        new Passage(
            Heading.MESSAGES,
            new Table(
                "Who has a stake",
                List.of("Who", "Kind", "How it affects them", "Engagement"),
                state.stakeholders().stream()
                    .map(one ->
                        List.of(
                            one.title(),
                            one.kind(),
                            one.affected().orElse("not known"),
                            one.level()))
                    .toList())),
        Passage.said(
            Heading.WAY_BACK,
            "Who decides on going back",
            state.decides().map(estate::called),
            path),
        new Passage(
            Heading.WAY_BACK,
            new Points(
                "Who is called",
                false,
                state.escalation().levels().stream()
                    .map(level ->
                        "%s: %s%s"
                            .formatted(
                                level.after() == 0
                                    ? "at once"
                                    : "after %d minutes".formatted(level.after()),
                                estate.called(level.person()),
                                level.reach().map(", %s"::formatted).orElse("")))
                    .toList())));
  }

  private static String roles(Duties.Duty row, Letter one, Letter other) {
    return row.ordered().entrySet().stream()
        .filter(cell -> cell.getValue() == one || cell.getValue() == other)
        .map(cell -> cell.getKey().title())
        .collect(Collectors.joining(", "));
  }
}
