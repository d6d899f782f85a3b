package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Criticality;

/**
 * How critical something is.
 *
 * @param stated whether a person said so; otherwise it is proposed
 * @param proposed what the facts say, whether or not a person says otherwise
 * @param why the reason of what is proposed, in words
 */
public record Rating(Criticality criticality, boolean stated, Criticality proposed, String why) {}
