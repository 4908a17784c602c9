/**
 * Holds the model to what others have said that a model must be: OWL 2's profiles, the usual checks of SKOS, the Data
 * Cube's integrity constraints, the shapes for shapes, and questions that the model is there to answer.
 */
@NullMarked
package uk.declared.model;

import org.jspecify.annotations.NullMarked;
