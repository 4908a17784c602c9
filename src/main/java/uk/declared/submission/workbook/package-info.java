/**
 * Reads the cells of XLSX workbooks (ECMA-376, Office Open XML) from the file itself, part by part and bounded in every
 * direction, since a workbook that a stranger sends may be damaged or made to harm. Formulae are never evaluated: a cell
 * says what the program that saved it last worked out.
 */
@NullMarked
package uk.declared.submission.workbook;

import org.jspecify.annotations.NullMarked;
