package dev.evenkeel.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Has what is marked {@code @Scheduled} done from time to time, on every server by itself: looking
 * at the disk, giving a sign of life, clearing away what ended commands left. Nothing of a run is
 * among it; that is in the database and done by one server.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RegularWork {}
