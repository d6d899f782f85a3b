package dev.evenkeel.server.people;

import dev.evenkeel.runbook.grammar.Grammars;
import dev.evenkeel.server.tasks.Owner;
import java.util.Arrays;
import java.util.List;

/** A part in the team of an upgrade, with its duties. A part has one person. */
public enum TeamRole {
  UPGRADE_LEAD("Upgrade lead", "leads the whole, from the audit to the review", false),
  LEAD_ENGINEER("Lead engineer (IT)", "carries out the technical work", true),
  IT_MANAGER("IT manager", "answers for the success of the upgrade", false),
  OPERATIONS("Operations", "keeps the business going meanwhile, and takes over after", true),
  PRODUCT_MANAGER("Product", "sees to it that the new system does what users need", true),
  CUSTOMER_SUPPORT("Customer support", "is prepared for questions", true),
  BUSINESS_SPONSOR(
      "Business sponsor",
      "decides what goes first, gives the resources, decides on going back",
      true),
  CHANGE_CONTROL_MANAGER(
      "Change-control manager", "sees to it that the change is approved and recorded", false),
  COMMUNICATOR("Communicator", "speaks to everybody before, during and after", false),
  VALIDATOR("Validator", "says whether it is well after the change", false),
  TEST_LEAD("Test lead", "sees to it that every layer is tested", false),
  DOMAIN_OWNER("Domain owner", "answers for the data and their mappings being right", false);

  private final String title;
  private final String duties;
  private final boolean needed;

  TeamRole(String title, String duties, boolean needed) {
    this.title = title;
    this.duties = duties;
    this.needed = needed;
  }

  public String title() {
    return title;
  }

  public String duties() {
    return duties;
  }

  /** Whether no team is complete without it. */
  public boolean needed() {
    return needed;
  }

  /** As templates name it, such as {@code lead-engineer}. */
  public String word() {
    return Grammars.written(this);
  }

  /** What a template may call it; each of these names means no other part. */
  List<Owner> owners() {
    return switch (this) {
      case OPERATIONS -> roles(word(), "it-operations");
      case DOMAIN_OWNER -> roles(word(), "domain-owners", "system-owners");
      default -> roles(word());
    };
  }

  private static List<Owner> roles(String... words) {
    return Arrays.stream(words).map(word -> new Owner(Owner.Kind.ROLE, word)).toList();
  }

  /** The parts that a template means: of {@code everybody} all of them. */
  static List<TeamRole> of(Owner owner) {
    return Arrays.stream(values())
        .filter(one ->
            owner.name().equals("everybody")
                || one.owners().stream().anyMatch(named -> named.name().equals(owner.name())))
        .toList();
  }
}
