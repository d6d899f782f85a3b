package dev.evenkeel.server.execution.upgrades;

import dev.evenkeel.server.execution.engine.KnownUpgrades;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import java.util.List;
import org.springframework.stereotype.Component;

/** As they stand in the book at the moment of asking. */
@Component
class BookedUpgrades implements KnownUpgrades {
  private final UpgradeBook book;

  BookedUpgrades(UpgradeBook book) {
    this.book = book;
  }

  @Override
  public List<Upgrade> open() {
    return book.open();
  }

  @Override
  public Upgrade get(UpgradeId id) {
    return book.get(id);
  }
}
