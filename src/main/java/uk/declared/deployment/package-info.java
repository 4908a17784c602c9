/**
 * All of one data folder, opened for use: {@link uk.declared.deployment.Deployment}.
 */
@NullMarked
package uk.declared.deployment;

import org.jspecify.annotations.NullMarked;
