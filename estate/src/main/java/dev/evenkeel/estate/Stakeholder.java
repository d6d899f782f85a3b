package dev.evenkeel.estate;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.runbook.words.Written;
import java.util.List;
import java.util.Optional;

/** People inside or outside who have a stake in systems. */
@Says("a stakeholder: people inside or outside who have a stake in systems")
public record Stakeholder(
    @Says("identifies the stakeholder") @Spelled(Names.ENTRY) String name,
    @Says("what people call them; the name when left out") Optional<String> title,
    @Says("who they are") @Written("class") StakeholderClass stakeholderClass,
    @Says("the person to talk to") @Spelled(Names.ENTRY) Optional<String> contact,
    @Says("the address for messages") Optional<String> email,
    @Says("the systems they have a stake in; all when left out") @Spelled(Names.ENTRY)
        List<String> systems,
    @Says("how they use the system") Optional<String> uses,
    @Says("how an upgrade affects them") Optional<String> affected,
    @Says(value = "how closely they are kept in touch", fallback = "inform") Engagement engagement)
    implements Entry {

  /** Classes of stakeholders. */
  public enum StakeholderClass {
    END_USERS,
    TRAINERS,
    CONTENT_DEVELOPERS,
    ADMINISTRATORS,
    SUPPORT_TEAMS,
    HOSTING_TEAMS,
    QA_AND_TESTING_TEAMS,
    SYSTEM_OWNERS,
    EXTERNAL_SUPPLIERS,
    SERVICE_PARTNERS
  }

  /** Levels of continuing engagement, the least first. */
  public enum Engagement {
    INFORM,
    CONSULT,
    INVOLVE,
    DECIDE
  }
}
