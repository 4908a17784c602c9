package uk.declared.submission.workbook;

/**
 * A sheet of a workbook.
 *
 * @param name as on its tab
 * @param hidden whether the spreadsheet program does not show it
 * @param part where its cells are kept in the archive
 */
public record Sheet(String name, boolean hidden, String part) {}
