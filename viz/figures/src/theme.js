// Colours: Okabe and Ito's eight for groups, told apart by people who confuse red and green; cividis for amounts.
/** @typedef {import('./types.js').Theme} Theme */

/** @type {{light: Theme, dark: Theme}} */
export var themes = {
  light: {
    ink: '#1b2733', faint: '#55626f', line: '#d5dbe1', paper: '#ffffff', band: 0.28,
    colours: ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#7F7F7F', '#8C6D31', '#4B4E9E',
      '#B8D8A8', '#2F2F2F']
  },
  dark: {
    ink: '#e8edf2', faint: '#a9b4bf', line: '#3a4754', paper: '#1b232b', band: 0.34,
    colours: ['#56B4E9', '#FF9D66', '#58D6A9', '#E7A6C9', '#F0C24A', '#9AC7FF', '#B5B5B5', '#C9AF7C', '#A7A9EC',
      '#D5EBCB', '#FFFFFF']
  }
};

export var cividis = ['#00204c', '#213d6b', '#555b6c', '#7b7a77', '#a59c74', '#d3c064', '#ffe945'];

/** @type {{zh: string, en: string}} */
export var fonts = {
  zh: 'Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif',
  en: 'Segoe UI, Noto Sans, Arial, Noto Sans CJK SC, sans-serif'
};
