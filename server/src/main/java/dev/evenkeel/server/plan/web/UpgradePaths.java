package dev.evenkeel.server.plan.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.BelongsTo;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything below the address of an upgrade is about its systems. */
@Component
class UpgradePaths implements BelongsTo {
  private final UpgradeBook book;

  UpgradePaths(UpgradeBook book) {
    this.book = book;
  }

  @Override
  public Optional<Collection<String>> systems(String pattern, Map<String, String> parts) {
    return pattern.startsWith("/upgrades/{id") || pattern.startsWith("/api/upgrades/{id")
        ? Optional.of(book.get(UpgradeId.of(parts.getOrDefault("id", ""))).terms().systems())
        : Optional.empty();
  }
}
