package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Audience;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Entry;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Sensitivity;
import dev.evenkeel.estate.UserGroup;
import dev.evenkeel.estate.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one node that says how critical it is.
 *
 * @param people whether it is a user group or a workflow
 * @param inGroup whether others stand in for it
 * @param alone what is proposed of it by itself, whoever needs it
 */
record RatingFacts(
    String title, boolean people, boolean inGroup, Optional<Criticality> stated, Proposed alone) {

  /** What the facts say. */
  record Proposed(Criticality criticality, String why) {}

  static RatingFacts of(Node node) {
    return of(node.title(), node.entry().orElse(null));
  }

  static RatingFacts of(Entry entry) {
    return of(entry.shownAs(), entry);
  }

  private static RatingFacts of(String title, @Nullable Entry entry) {
    return new RatingFacts(
        title,
        entry instanceof UserGroup || entry instanceof Workflow,
        entry instanceof EstateSystem system && system.group().isPresent(),
        entry instanceof EstateSystem system ? system.criticality() : Optional.empty(),
        alone(entry));
  }

  private static Proposed alone(@Nullable Entry entry) {
    return switch (entry) {
      case EstateSystem system -> alone(system);
      case Workflow workflow when workflow.core() ->
          new Proposed(Criticality.RED, "the business stops without it");
      case Workflow _ -> new Proposed(Criticality.YELLOW, "a workflow of the business");
      case UserGroup group when group.audience().filter(Audience.CUSTOMERS::equals).isPresent() ->
          new Proposed(Criticality.RED, "they are customers");
      case UserGroup _ -> new Proposed(Criticality.YELLOW, "people work with it");
      case null, default -> new Proposed(Criticality.GREEN, "nothing is known of it");
    };
  }

  private static Proposed alone(EstateSystem system) {
    if (system.audience().filter(Audience.CUSTOMERS::equals).isPresent()) {
      return new Proposed(Criticality.RED, "customers work with it");
    }
    if (system.holds().contains(Sensitivity.CUSTOMER)) {
      return new Proposed(Criticality.RED, "it holds data of customers");
    }
    if (system.holds().contains(Sensitivity.BILLING)) {
      return new Proposed(Criticality.RED, "it holds billing data");
    }
    if (system.audience().filter(Audience.STAFF::equals).isPresent()) {
      return new Proposed(Criticality.YELLOW, "staff work with it");
    }
    if (!system.holds().isEmpty()) {
      return new Proposed(Criticality.YELLOW, "it holds data");
    }
    if (system.users().filter(users -> users > 0).isPresent()) {
      return new Proposed(Criticality.YELLOW, "people use it");
    }
    return new Proposed(Criticality.GREEN, "no reason for more is known");
  }
}
