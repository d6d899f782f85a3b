package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.shared.Typed;
import java.util.Map;

/** A sheet as people and programs fill it in, and what is computed from it. */
interface SheetView<T> {
  SheetKind<T> kind();

  String label();

  /** In which one looks for it. */
  Phase phase();

  /** What was typed; what cannot be so is said to {@code typed}. */
  T read(Typed typed, Kept<T> before, Edit edit);

  /** By the names under which templates and programs find it. */
  Map<String, Object> computed(Upgrade upgrade, T sheet);

  default Typed form(T sheet) {
    return Typed.filledWith(sheet);
  }

  /** In addresses. */
  default String path() {
    return kind().name();
  }
}
