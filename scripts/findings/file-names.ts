/** The findings document, its data and its report page, without their endings. */
export const documentName = 'hot-path-profile-results';

/** The tables that the findings link to. */
export const tablesName = 'hot-path-profile-tables.md';
