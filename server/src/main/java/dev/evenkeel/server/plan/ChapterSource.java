package dev.evenkeel.server.plan;

import java.util.stream.Stream;

/** Whoever knows what the documents about upgrades say tells it here. */
public interface ChapterSource {
  Stream<Passage> of(Upgrade upgrade);
}
