/** The findings document, the data behind it and the report page, without their endings. */
export const documentName = 'hot-path-profile-results';

/** The tables that the findings only link to. */
export const tablesName = 'hot-path-profile-tables.md';
