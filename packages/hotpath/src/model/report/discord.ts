/** Routes that are further apart than this many standard deviations of their distance disagree. */
const discordant = 2.5;

/** Whether a row's routes disagree. `discord` is their distance in its standard deviations; null with one route. */
export function routesDisagree(discord: number | null): boolean {
  return discord !== null && discord > discordant;
}
