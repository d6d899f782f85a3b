package dev.evenkeel.server.approval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is asked for before runs in production.
 *
 * @param production of which runs: {@code UPGRADES}, all that carry out an upgrade, and those over
 *     systems with an open upgrade must say which; {@code NAMED}, only those that carry one out;
 *     {@code NEVER}
 */
@ConfigurationProperties("evenkeel.approval")
record ApprovalSettings(@DefaultValue("UPGRADES") Production production) {
  /** Of which runs approval is asked. */
  enum Production {
    UPGRADES,
    NAMED,
    NEVER
  }
}
