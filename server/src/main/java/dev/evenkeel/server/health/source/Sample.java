package dev.evenkeel.server.health.source;

import java.util.Map;

/** One series and its value now. */
record Sample(String name, Map<String, String> labels, double value) {}
