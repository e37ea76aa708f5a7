import { Search, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import {
  CAMERA_FILTERS,
  type CameraFilter,
  type CameraSort,
  type Criteria,
  type FilterCounts,
} from './camera-filter.ts';

const FILTER_TEXT: Record<CameraFilter, string> = {
  all: 'All',
  problems: 'Problems',
  disabled: 'Disabled',
};

const SORT_TEXT: Record<CameraSort, string> = {
  wall: 'Wall order',
  offline: 'Offline first',
  name: 'Name',
};

interface CameraToolbarProps {
  criteria: Criteria;
  counts: FilterCounts;
  onCriteria: (changed: Partial<Criteria>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** From the search to what it found. */
  onToList: () => void;
}

/** Finds cameras: by words, by what is wrong with them, in which order. */
export function CameraToolbar(props: CameraToolbarProps): ReactNode {
  const { criteria, counts, onCriteria, searchRef } = props;
  return (
    <div className="camera-toolbar">
      <div className="camera-toolbar__search">
        <Search size={16} aria-hidden />
        <input
          ref={searchRef}
          type="text"
          aria-label="Search cameras"
          data-search
          placeholder="Search name, NVR, channel or notes  ( / )"
          spellCheck={false}
          value={criteria.query}
          onChange={(event) => onCriteria({ query: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && criteria.query !== '') {
              event.preventDefault();
              onCriteria({ query: '' });
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              props.onToList();
            }
          }}
        />
        {criteria.query !== '' && (
          <button
            type="button"
            className="icon-button"
            aria-label="Clear the search"
            onClick={() => {
              onCriteria({ query: '' });
              searchRef.current?.focus();
            }}
          >
            <X size={15} aria-hidden />
          </button>
        )}
      </div>
      <div className="camera-toolbar__filter" role="group" aria-label="Show">
        {CAMERA_FILTERS.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={criteria.filter === filter}
            onClick={() => onCriteria({ filter })}
          >
            {FILTER_TEXT[filter]} <b>{counts[filter].toLocaleString('en')}</b>
          </button>
        ))}
      </div>
      <label className="camera-toolbar__sort">
        Sort
        <select
          value={criteria.sort}
          onChange={(event) => onCriteria({ sort: event.target.value as CameraSort })}
        >
          {Object.entries(SORT_TEXT).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
