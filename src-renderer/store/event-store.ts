import { create } from 'zustand';
import {
  type EventFilter,
  eventFilterSchema,
  type EventsChanged,
  type JournalCursor,
  type JournalPage,
  type JournalRow,
} from '@contract/models/events/journal.ts';
import { request } from '../api/ipc-client.ts';
import { chosenAfter, type WantedEvents, withChanged, withOlder } from '../model/event-list.ts';

interface EventState {
  isPanelOpen: boolean;
  wanted: WantedEvents;
  list: JournalPage;
  /** The row that keys act on. */
  chosenId: number | null;
  /** Rows, or that there are none, are a fact. */
  isLoaded: boolean;
  /** Why they could not be listed; null: they could. */
  failure: string | null;
}

const ALL: WantedEvents = {
  onlyOpen: false,
  onlyUnacknowledged: false,
  cameraId: null,
  type: null,
};
const PAGE_ROWS = 100;
/** Pages may be short: so many are asked for, one after the other, for one that can be shown. */
const MOST_PAGES = 20;
const EMPTY = { list: { rows: [], next: null }, chosenId: null, isLoaded: false, failure: null };

const useEvents = create<EventState>(() => ({ isPanelOpen: false, wanted: ALL, ...EMPTY }));

/** Numbers the listings: what one brings counts only while it is the newest. */
let newest = 0;
/** Whether it is open, outside React. */
export function isEventPanelOpen(): boolean {
  return useEvents.getState().isPanelOpen;
}

/** What is told while pages are under way is newer than what they bring. */
const listeners = new Set<JournalRow[]>();

let isLoadingOlder = false;

/** Whether the panel is there. */
export const useIsEventPanelOpen = (): boolean => useEvents((state) => state.isPanelOpen);
/** What the panel is to show. */
export const useWantedEvents = (): WantedEvents => useEvents((state) => state.wanted);
/** What has been loaded of it, the newest first. */
export const useEventRows = (): readonly JournalRow[] => useEvents(({ list }) => list.rows);
/** Whether older rows wait. */
export const useIsMoreEvents = (): boolean => useEvents(({ list }) => list.next !== null);
/** The row that keys act on; null: there is none. */
export const useChosenEvent = (): JournalRow | null => useEvents(chosenOf);
/** How the loading went. */
export const useEventsLoaded = (): boolean => useEvents((state) => state.isLoaded);
/** Why there is no list; null: there is one. */
export const useEventsFailure = (): string | null => useEvents((state) => state.failure);

/** The same outside React. */
export function currentEvents(): Pick<EventState, 'isPanelOpen' | 'list' | 'wanted'> & {
  chosen: JournalRow | null;
} {
  const state = useEvents.getState();
  return { ...state, chosen: chosenOf(state) };
}

/** Opens the panel with what was wanted last. */
export function openEvents(): void {
  useEvents.setState({ isPanelOpen: true, ...EMPTY });
  void listEvents();
}

/** Closes it. What it showed is not kept up meanwhile. */
export function closeEvents(): void {
  newest += 1;
  useEvents.setState({ isPanelOpen: false, ...EMPTY });
}

/** Shows other rows. */
export function wantEvents(change: Partial<WantedEvents>): void {
  useEvents.setState(({ wanted }) => ({ wanted: { ...wanted, ...change } }));
  void listEvents();
}

/** Makes a row the one that keys act on. */
export function chooseEvent(chosenId: number | null): void {
  useEvents.setState({ chosenId });
}

/** Goes up or down the list. */
export function stepEvent(step: number): void {
  const { list, chosenId } = useEvents.getState();
  const at = list.rows.findIndex(({ id }) => id === chosenId);
  const to = Math.min(Math.max(at + step, 0), list.rows.length - 1);
  chooseEvent(list.rows[to]?.id ?? null);
}

/** Lists from the newest on. */
export async function listEvents(): Promise<void> {
  const mine = (newest += 1);
  isLoadingOlder = false;
  const { wanted } = useEvents.getState();
  await withTold(async (told) => {
    const answer = await pageOf(wanted, null);
    if (mine !== newest) return;
    if (answer.failure !== null) useEvents.setState({ failure: answer.failure, isLoaded: true });
    else show(withChanged(answer.page, told, wanted));
  });
}

/** Lists what is older than the rows that are there. */
export async function listOlderEvents(): Promise<void> {
  const { list, wanted } = useEvents.getState();
  if (list.next === null || isLoadingOlder) return;
  const mine = newest;
  isLoadingOlder = true;
  await withTold(async (told) => {
    const answer = await pageOf(wanted, list.next);
    if (mine !== newest) return;
    isLoadingOlder = false;
    if (answer.failure !== null) useEvents.setState({ failure: answer.failure });
    else show(withChanged(withOlder(useEvents.getState().list, answer.page), told, wanted));
  });
}

/** Takes main's word on what changed. */
export function noteEvents({ rows, isComplete }: EventsChanged): void {
  const { isPanelOpen, isLoaded, wanted, list } = useEvents.getState();
  if (!isPanelOpen) return;
  for (const told of listeners) told.push(...rows);
  if (!isComplete) void listEvents();
  else if (isLoaded) show(withChanged(list, rows, wanted));
}

/** As main wants it. */
export function filterOf({ cameraId, type, ...rest }: WantedEvents): EventFilter {
  return eventFilterSchema.parse({
    ...rest,
    cameraIds: cameraId === null ? [] : [cameraId],
    types: type === null ? [] : [type],
  });
}

function show(list: JournalPage): void {
  useEvents.setState((before) => ({
    list,
    chosenId: chosenAfter(before.list.rows, list.rows, before.chosenId),
    isLoaded: true,
    failure: null,
  }));
}

function chosenOf({ list, chosenId }: EventState): JournalRow | null {
  return list.rows.find(({ id }) => id === chosenId) ?? null;
}

async function withTold(load: (told: JournalRow[]) => Promise<void>): Promise<void> {
  const told: JournalRow[] = [];
  listeners.add(told);
  await load(told);
  listeners.delete(told);
}

/** A page with something to show, or the last one. */
async function pageOf(
  wanted: WantedEvents,
  from: JournalCursor | null,
): Promise<{ page: JournalPage; failure: string | null }> {
  const filter = filterOf(wanted);
  const page: JournalPage = { rows: [], next: from };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const answer = await request('event:list', { filter, before: page.next, limit: PAGE_ROWS });
    if (!answer.ok) return { page, failure: answer.error.message };
    page.rows.push(...answer.value.rows);
    page.next = answer.value.next;
    if (page.next === null || page.rows.length >= PAGE_ROWS / 2) break;
  }
  return { page, failure: null };
}
