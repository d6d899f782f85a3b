package dev.evenkeel.server.documents;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tab with the documents of an upgrade. */
@Component
@Order(90)
class DocumentsAspect implements UpgradeAspect {
  @Override
  public List<Tab> tabs() {
    return List.of(new Tab("documents", "Documents", Phase.LOOK_BACK));
  }

  @Override
  public Look look(Upgrade upgrade) {
    return new Look(List.of(), List.of());
  }
}
