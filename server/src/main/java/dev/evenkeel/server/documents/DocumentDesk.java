package dev.evenkeel.server.documents;

import dev.evenkeel.server.plan.AdoptionDesk;
import dev.evenkeel.server.plan.ChapterSource;
import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Heading.Paper;
import dev.evenkeel.server.plan.Passage;
import dev.evenkeel.server.plan.Passage.Block;
import dev.evenkeel.server.plan.Passage.Points;
import dev.evenkeel.server.plan.Passage.Said;
import dev.evenkeel.server.plan.Passage.Table;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Makes documents of what is known of an upgrade now. */
@Service
public class DocumentDesk {
  private final List<ChapterSource> sources;
  private final AdoptionDesk adoption;
  private final String place;
  private final Clock clock;

  DocumentDesk(
      ObjectProvider<ChapterSource> sources,
      AdoptionDesk adoption,
      @Value("${evenkeel.public.url:}") String place,
      Clock clock) {
    this.sources = sources.orderedStream().toList();
    this.adoption = adoption;
    this.place = place.strip().replaceAll("/+$", "");
    this.clock = clock;
  }

  public Paperwork of(Upgrade upgrade, Paper paper) {
    List<Passage> all = sources.stream().flatMap(source -> source.of(upgrade)).toList();
    return of(
        paper,
        upgrade.terms().title(),
        "/upgrades/" + upgrade.id(),
        LocalDate.now(clock),
        place,
        adoption.isPractice(upgrade.id()),
        all);
  }

  /** Every heading is there; one of which nobody tells anything says so. */
  static Paperwork of(
      Paper paper,
      String about,
      String path,
      LocalDate asOf,
      String place,
      boolean practice,
      List<Passage> passages) {
    return new Paperwork(
        paper,
        about,
        path,
        asOf,
        place,
        practice,
        Arrays.stream(Heading.values())
            .filter(heading -> heading.paper() == paper)
            .map(heading -> chapter(heading, path, passages))
            .toList());
  }

  private static Paperwork.Chapter chapter(Heading heading, String path, List<Passage> passages) {
    List<Block> blocks =
        passages.stream()
            .filter(one -> one.heading() == heading)
            .map(Passage::block)
            .filter(block -> !isEmpty(block))
            .toList();
    return new Paperwork.Chapter(
        heading,
        blocks.isEmpty()
            ? List.of(
                new Said(heading.title(), Optional.empty(), "%s/%s".formatted(path, heading.tab())))
            : once(blocks));
  }

  /**
   * What several know of one question stands there once; it is open only when none of them knows.
   */
  private static List<Block> once(List<Block> blocks) {
    Map<String, Said> asked = new LinkedHashMap<>();
    List<Block> once = new ArrayList<>();
    for (Block block : blocks) {
      if (!(block instanceof Said said)) {
        continue;
      }
      asked.merge(said.question(), said, DocumentDesk::both);
    }
    for (Block block : blocks) {
      if (!(block instanceof Said said)) {
        once.add(block);
      } else {
        Optional.ofNullable(asked.remove(said.question())).ifPresent(once::add);
      }
    }
    return once;
  }

  private static Said both(Said one, Said other) {
    return new Said(
        one.question(),
        one.says()
            .map(says -> other.says().map(more -> says + "\n" + more).orElse(says))
            .or(other::says),
        one.path());
  }

  private static boolean isEmpty(Block block) {
    return switch (block) {
      case Said _ -> false;
      case Table table -> table.rows().isEmpty();
      case Points points -> points.points().isEmpty();
    };
  }
}
