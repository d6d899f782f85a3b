package dev.evenkeel.server.execution.action;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets actions tidy up after themselves from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ActionSchedule {}
