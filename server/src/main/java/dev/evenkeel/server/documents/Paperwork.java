package dev.evenkeel.server.documents;

import dev.evenkeel.server.plan.Heading;
import dev.evenkeel.server.plan.Heading.Paper;
import dev.evenkeel.server.plan.Passage.Block;
import dev.evenkeel.server.plan.Passage.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A document about an upgrade. Page, PDF and Markdown say the same.
 *
 * @param about the title of the upgrade
 * @param path of the upgrade
 * @param asOf the day it was made on
 * @param place where people reach this server; empty when it is not known
 * @param practice whether one only practises with it
 */
public record Paperwork(
    Paper paper,
    String about,
    String path,
    LocalDate asOf,
    String place,
    boolean practice,
    List<Chapter> chapters) {
  public Paperwork {
    chapters = List.copyOf(chapters);
  }

  /** What stands under a heading. */
  public record Chapter(Heading heading, List<Block> blocks) {
    public Chapter {
      blocks = List.copyOf(blocks);
    }

    /** What nobody knows yet. */
    public List<Said> unknown() {
      return blocks.stream()
          .filter(Said.class::isInstance)
          .map(Said.class::cast)
          .filter(one -> one.says().isEmpty())
          .toList();
    }
  }

  public String title() {
    return "%s: %s".formatted(paper.title(), about);
  }

  public int unknown() {
    return chapters.stream().mapToInt(one -> one.unknown().size()).sum();
  }

  /** What is said where nobody knows. */
  String nobody(Said said) {
    return "Nobody has said. It is entered at %s.".formatted(address(said));
  }

  /** As whole as it is known: whoever reads a file is on no page of this server. */
  String address(Said said) {
    return place + said.path();
  }

  /** Said on top of it when there is anything to mind. */
  public Optional<String> notice() {
    return practice
        ? Optional.of("For practice: nobody is told of this upgrade, and nothing of it is meant.")
        : Optional.empty();
  }
}
