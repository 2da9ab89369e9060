/** Drawings of buttons and links; what they mean is said by the names of these. */

export function ThemeIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
    </svg>
  );
}

export function LinkIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7l-1 1" />
      <path d="M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1-1" />
    </svg>
  );
}

export function ShareIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 15V3.5M7.5 7.5 12 3.5l4.5 4M5 12v7.5h14V12" />
    </svg>
  );
}

export function TelegramIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M3.5 11.2 20.5 4.5 17.3 19.5 11.7 15.4 9.2 18.4 8.6 13.1zM8.6 13.1 16.2 8.2 11.7 15.4" />
    </svg>
  );
}

export function VkIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M3 7l4.2 10L11.4 7M14.4 7v10M20.8 7l-6.4 5.4 6.6 4.6" />
    </svg>
  );
}
